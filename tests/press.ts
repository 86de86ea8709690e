/** What a reader does in a component, once the control is there. */
import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';

type Name = string | RegExp;

/** Presses a button. */
export async function press(name: Name): Promise<void> {
  await userEvent.click(await screen.findByRole('button', { name }));
}

/** Chooses one of several. */
export async function choose(name: Name): Promise<void> {
  await userEvent.click(await screen.findByRole('radio', { name }));
}
