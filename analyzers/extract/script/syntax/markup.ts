import { Parser, type ParserOptions } from 'htmlparser2';

/** Elements inside one another that are remembered; pages and templates stay below 100. */
const MAX_OPEN = 500;

/**
 * A parser of markup for what its elements say by themselves. It forgets the outermost of too many open elements: by
 * itself it moves and searches the list of all of them at every tag.
 */
export function markupParser(
  onElement: (name: string, attributes: Record<string, string>) => void,
  options?: ParserOptions,
): Parser {
  const parser = new Parser(
    {
      onopentag(name, attributes) {
        onElement(name, attributes);
        // The innermost stands first.
        const { stack } = parser as unknown as { stack: string[] };
        if (stack.length > MAX_OPEN) stack.length = MAX_OPEN;
      },
    },
    options,
  );
  return parser;
}
