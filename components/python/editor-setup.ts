/** CodeMirror as the exercises use it: hand-picked parts, colours from our tokens, a way out by keyboard. */
import { closeBrackets, closeBracketsKeymap } from '@codemirror/autocomplete';
import { defaultKeymap, history, historyKeymap, indentLess, indentMore } from '@codemirror/commands';
import { python } from '@codemirror/lang-python';
import { bracketMatching, HighlightStyle, indentOnInput, indentUnit, syntaxHighlighting } from '@codemirror/language';
import { EditorState, type Extension, StateEffect, StateField } from '@codemirror/state';
import {
  Decoration,
  type DecorationSet,
  drawSelection,
  EditorView,
  highlightActiveLine,
  keymap,
  lineNumbers,
} from '@codemirror/view';
import { tags } from '@lezer/highlight';
import { adoptEditorStyles } from './editor-styles';

const setMarkedLine = StateEffect.define<number | null>();

/** The line of the last error, until the text is edited. */
const markedLine = StateField.define<DecorationSet>({
  create: () => Decoration.none,
  update(marks, transaction) {
    for (const effect of transaction.effects) {
      if (effect.is(setMarkedLine)) return markLine(transaction.state, effect.value);
    }
    return transaction.docChanged ? Decoration.none : marks;
  },
  provide: (field) => EditorView.decorations.from(field),
});

function markLine(state: EditorState, line: number | null): DecorationSet {
  if (line === null || line < 1 || line > state.doc.lines) return Decoration.none;
  return Decoration.set([Decoration.line({ class: 'cm-marked-line' }).range(state.doc.line(line).from)]);
}

const colours = HighlightStyle.define([
  { tag: [tags.comment], color: 'var(--color-code-comment)', fontStyle: 'italic' },
  { tag: [tags.keyword, tags.operatorKeyword, tags.modifier], color: 'var(--color-code-keyword)' },
  { tag: [tags.string, tags.special(tags.string)], color: 'var(--color-code-string)' },
  { tag: [tags.number, tags.bool, tags.null], color: 'var(--color-code-number)' },
  {
    tag: [tags.function(tags.variableName), tags.function(tags.definition(tags.variableName))],
    color: 'var(--color-code-name)',
  },
  { tag: [tags.className, tags.definition(tags.className), tags.typeName], color: 'var(--color-code-type)' },
]);

const look = EditorView.theme({
  '&': { backgroundColor: 'var(--color-sunken)', color: 'var(--color-ink)', fontSize: '0.875rem' },
  '&.cm-focused': { outline: '2px solid var(--color-accent)', outlineOffset: '1px' },
  '.cm-scroller': {
    fontFamily: 'var(--font-mono)',
    lineHeight: '1.6',
    maxHeight: 'min(70vh, 40rem)',
    overflow: 'auto',
  },
  '.cm-content': { caretColor: 'var(--color-ink)', padding: '0.625rem 0' },
  '.cm-cursor': { borderLeftColor: 'var(--color-ink)' },
  '.cm-gutters': {
    backgroundColor: 'var(--color-sunken)',
    color: 'var(--color-faint)',
    border: 'none',
    borderRight: '1px solid var(--color-line)',
  },
  '.cm-activeLine, .cm-activeLineGutter': {
    backgroundColor: 'color-mix(in oklab, var(--color-ink) 4%, transparent)',
  },
  '&.cm-focused > .cm-scroller > .cm-selectionLayer .cm-selectionBackground, .cm-selectionBackground, ::selection': {
    backgroundColor: 'color-mix(in oklab, var(--color-accent) 26%, transparent)',
  },
  '&.cm-focused .cm-matchingBracket': { backgroundColor: 'transparent', outline: '1px solid var(--color-strong)' },
  '.cm-marked-line': { backgroundColor: 'var(--color-bad-wash)', boxShadow: 'inset 3px 0 0 var(--color-bad)' },
});

/** Esc hands Tab back to the browser until something is typed or the editor is left. */
function tabEscape(onEscape: () => void): Extension {
  return [
    keymap.of([
      {
        key: 'Escape',
        run: (view) => {
          view.setTabFocusMode(true);
          onEscape();
          return true;
        },
      },
    ]),
    EditorView.updateListener.of((update) => {
      if (update.docChanged || (update.focusChanged && !update.view.hasFocus)) update.view.setTabFocusMode(false);
    }),
  ];
}

export type EditorOptions = {
  readonly parent: HTMLElement;
  readonly text: string;
  readonly label: string;
  /** Id of the text that says how to leave the editor. */
  readonly describedBy?: string;
  readonly readOnly?: boolean;
  readonly onChange?: (text: string) => void;
  readonly onSubmit?: () => void;
  readonly onEscape?: () => void;
};

export function createEditor(options: EditorOptions): EditorView {
  const { parent, text, label, describedBy, readOnly = false, onChange, onSubmit, onEscape } = options;
  const attributes = { 'aria-label': label, ...(describedBy ? { 'aria-describedby': describedBy } : {}) };
  const editing: Extension = readOnly
    ? [EditorState.readOnly.of(true), EditorView.contentAttributes.of({ tabindex: '0' }), EditorView.editable.of(false)]
    : [
        history(),
        drawSelection(),
        highlightActiveLine(),
        indentOnInput(),
        bracketMatching(),
        closeBrackets(),
        markedLine,
        tabEscape(() => onEscape?.()),
        keymap.of([
          {
            key: 'Mod-Enter',
            run: () => {
              onSubmit?.();
              return true;
            },
          },
          { key: 'Tab', run: indentOrSpaces, shift: indentLess },
          ...closeBracketsKeymap,
          ...defaultKeymap,
          ...historyKeymap,
        ]),
        EditorView.updateListener.of((update) => {
          if (update.docChanged) onChange?.(update.state.doc.toString());
        }),
      ];
  adoptEditorStyles(document);
  return new EditorView({
    parent,
    state: EditorState.create({
      doc: text,
      extensions: [
        editing,
        lineNumbers(),
        python(),
        indentUnit.of('    '),
        EditorState.tabSize.of(4),
        syntaxHighlighting(colours),
        look,
        EditorView.contentAttributes.of(attributes),
      ],
    }),
  });
}

/** Tab: a selection moves right as a block, a caret gets spaces up to the next column of four. */
function indentOrSpaces(view: EditorView): boolean {
  const { main } = view.state.selection;
  if (!main.empty) return indentMore(view);
  const column = main.head - view.state.doc.lineAt(main.head).from;
  view.dispatch(view.state.replaceSelection(' '.repeat(4 - (column % 4))), { userEvent: 'input.indent' });
  return true;
}

/** Replaces the whole text as one step that undo takes back. */
export function replaceText(view: EditorView, text: string): void {
  if (view.state.doc.toString() === text) return;
  view.dispatch({ changes: { from: 0, to: view.state.doc.length, insert: text }, userEvent: 'input.replace' });
}

export function showLine(view: EditorView, line: number | null, moveThere: boolean): void {
  view.dispatch({ effects: setMarkedLine.of(line) });
  if (line === null || !moveThere || line > view.state.doc.lines) return;
  const { from } = view.state.doc.line(line);
  view.dispatch({ selection: { anchor: from }, effects: EditorView.scrollIntoView(from, { y: 'center' }) });
  view.focus();
}

export { indentLess, indentMore };
