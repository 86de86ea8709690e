import { describe, expect, it } from 'vitest';
import { estimateStrength, type PassphraseFlaw } from '@/lib/vault/passphrase-strength';

const CASES: [string, 'weak' | 'fair' | 'good', PassphraseFlaw[], string][] = [
  ['', 'weak', ['short'], 'nothing is nothing'],
  ['password', 'weak', ['short', 'common'], 'what everyone tries first'],
  ['Password1234!!', 'weak', ['common', 'sequence'], 'and what people add to it'],
  ['aaaaaaaaaaaaaaaaaaaaaaaa', 'weak', ['repeated'], 'length by repeating is none'],
  ['abcabcabcabcabcabcabcabc', 'weak', ['repeated'], 'nor by repeating a block'],
  ['qwertyuiopasdfghjkl', 'weak', ['sequence'], 'rows of keys'],
  ['9876543210987654321', 'weak', ['sequence'], 'digits backwards'],
  ['correct horse battery staple', 'weak', ['common'], 'known to all since the comic'],
  ['Xk4#pQ', 'weak', ['short'], 'short is weak, however wild'],
  ['incomprehensible', 'weak', ['oneWord'], 'one word of a dictionary'],
  ['plum ladder sixty orbit', 'fair', [], 'four words'],
  ['plum ladder sixty orbit canvas wrench', 'good', [], 'six words'],
  ['xkqvjzhwpfmtbgrd', 'good', [], 'sixteen letters of chance'],
  ['t7#Vq9!mZ2&kLw', 'good', [], 'fourteen signs of chance'],
  ['今夜月明人尽望不知秋思', 'good', [], 'other scripts count, too'],
];

describe('strength of a passphrase', () => {
  it.each(CASES)('%s is %s %j: %s', (passphrase, strength, flaws) => {
    expect(estimateStrength(passphrase)).toEqual({ strength, flaws });
  });

  it('is the same however the keyboard composed the letters', () => {
    expect(estimateStrength('äöü ladder sixty orbit'.normalize('NFD'))).toEqual(
      estimateStrength('äöü ladder sixty orbit'.normalize('NFC')),
    );
  });
});
