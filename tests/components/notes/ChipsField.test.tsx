import { render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { describe, expect, it } from 'vitest';
import { ChipsField } from '@/components/notes/ChipsField';
import { findViolations } from '../../axe';

const TOPICS = ['Huawei', 'Nvidia', 'Nvidia H20'].map((name) => ({ id: name.toLowerCase(), name }));
const TAGS = ['memory', 'export'].map((tag) => ({ id: tag, name: tag }));

function Field({ isOpen, first = [] }: { isOpen: boolean; first?: string[] }) {
  const [ids, setIds] = useState(first);
  const options = isOpen ? TAGS : TOPICS;
  return (
    <ChipsField
      label="Filed under"
      placeholder="Add one"
      chosen={ids.map((id) => options.find((option) => option.id === id) ?? { id, name: id })}
      options={options}
      isOpen={isOpen}
      onChoose={setIds}
    />
  );
}

const field = () => screen.getByRole('combobox', { name: 'Filed under' });
const chips = () => screen.queryAllByRole('listitem').map((chip) => chip.textContent);

describe('a field for several topics', () => {
  it('suggests what fits, and takes the one gone to by the keyboard', async () => {
    const { container } = render(<Field isOpen={false} />);
    await userEvent.type(field(), 'nvi');
    const list = screen.getByRole('listbox', { name: 'Filed under' });
    expect(
      within(list)
        .getAllByRole('option')
        .map((option) => option.textContent),
    ).toEqual(['Nvidia', 'Nvidia H20']);
    expect(await findViolations(container)).toEqual([]);
    await userEvent.keyboard('{ArrowDown}');
    expect(field()).toHaveAttribute('aria-activedescendant', within(list).getByText('Nvidia H20').id);
    await userEvent.keyboard('{Enter}');
    expect(chips()).toEqual(['Nvidia H20']);
    expect(field()).toHaveValue('');
    expect(screen.getByText('Nvidia H20 added')).toBeInTheDocument();
    expect(await findViolations(container)).toEqual([]);
  });

  it('takes nothing that is no topic', async () => {
    render(<Field isOpen={false} />);
    await userEvent.type(field(), 'intel{Enter}');
    expect(chips()).toEqual([]);
    expect(field()).toHaveValue('intel');
  });

  it('shows what there is on the down arrow, and leaves out what is chosen', async () => {
    render(<Field isOpen={false} first={['huawei']} />);
    await userEvent.type(field(), '{ArrowDown}');
    expect(screen.getAllByRole('option').map((option) => option.textContent)).toEqual([
      'Nvidia',
      'Nvidia H20',
    ]);
    await userEvent.click(screen.getByRole('option', { name: 'Nvidia' }));
    expect(chips()).toEqual(['Huawei', 'Nvidia']);
  });

  it('gives chips back by their button and by Backspace, and keeps the focus', async () => {
    render(<Field isOpen={false} first={['huawei', 'nvidia']} />);
    await userEvent.click(screen.getByRole('button', { name: 'Remove Huawei' }));
    expect(chips()).toEqual(['Nvidia']);
    expect(field()).toHaveFocus();
    await userEvent.keyboard('{Backspace}');
    expect(chips()).toEqual([]);
    expect(screen.getByText('Nvidia removed')).toBeInTheDocument();
  });
});

describe('a field for tags', () => {
  it.each([
    { keys: 'mem{Enter}', tags: ['mem'], because: 'Enter takes what is typed' },
    { keys: 'mem,', tags: ['mem'], because: 'a comma does, too' },
    { keys: 'mem{ArrowDown}{Enter}', tags: ['memory'], because: 'a suggestion was gone to' },
    { keys: 'mem{Tab}', tags: ['mem'], because: 'what was typed is meant, also when the field is left' },
    { keys: ' {Enter}', tags: [], because: 'white space is no tag' },
    { keys: 'memory{Enter}memory{Enter}', tags: ['memory'], because: 'none stands twice' },
  ])('makes $tags of "$keys": $because', async ({ keys, tags }) => {
    render(<Field isOpen />);
    await userEvent.type(field(), keys);
    expect(chips()).toEqual(tags);
  });

  it('closes its suggestions by Escape before anything around it is closed', async () => {
    let heard = 0;
    render(
      // biome-ignore lint/a11y/noStaticElementInteractions: what stands around the field in a card
      <div onKeyDown={() => heard++}>
        <Field isOpen />
      </div>,
    );
    await userEvent.type(field(), 'm');
    heard = 0;
    await userEvent.keyboard('{Escape}');
    expect(screen.queryByRole('listbox')).toBeNull();
    expect(heard).toBe(0);
    await userEvent.keyboard('{Escape}');
    expect(heard).toBe(1);
  });
});
