declare module 'findandreplacedomtext' {
  type Options = {
    find: RegExp;
    preset?: 'prose';
  };
  const findAndReplaceDOMText: {
    Finder: new (node: Node, options: Options) => { matches: unknown[] };
  };
  export = findAndReplaceDOMText;
}
