/** Pages that are made, since no saved page has so many mentions or changes so much. */

const SENTENCE =
  'Huawei said that its Ascend 950 would answer Nvidia, whatever the export controls on chips, and Huawei meant it';

/** An article of so many paragraphs with mentions, and then so many without. */
export function makeArticle(marked: number, unmarked: number): string {
  const paragraphs = [
    ...Array.from({ length: marked }, (_, at) => paragraph(at)),
    ...Array.from(
      { length: unmarked },
      (_, at) => `<p class="plain">Weather report number ${at}: mild and dry.</p>`,
    ),
  ];
  return `<!doctype html><html lang="en"><meta charset="utf-8"><title>Made</title><body><article>${paragraphs.join('')}</article></body></html>`;
}

/** A paragraph with five mentions, no two alike. */
function paragraph(number: number): string {
  return `<p class="marked">In report ${number} ${SENTENCE}.</p>`;
}
