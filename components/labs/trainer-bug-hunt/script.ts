/**
 * The script under the magnifier: plausible, unrunnable, and once it runs, misleading. Line ids are part of published
 * links: never rename or reorder, only append.
 */
export type LineId = `l${string}`;
export type RepairId = (typeof REPAIRS)[number];

/** What the learner may change. The last three change something that was no fault, or hide one. */
export const REPAIRS = [
  'define-dataset',
  'processing-class',
  'tokenize',
  'num-labels',
  'evaluate',
  'macro-f1',
  'learning-rate',
  'drop-tokenizer',
  'evaluate-on-train',
  'more-epochs',
] as const;

/** Of each pair only one can hold: the view switches the other off, the run reads the first. */
export const EXCLUSIVE: readonly (readonly [RepairId, RepairId])[] = [
  ['processing-class', 'drop-tokenizer'],
  ['evaluate', 'evaluate-on-train'],
];

type SourceLine = { readonly id: LineId; readonly text: string; readonly fault?: true };

const SOURCE: readonly SourceLine[] = [
  { id: 'l01', text: 'import numpy as np' },
  { id: 'l02', text: 'from datasets import load_dataset' },
  { id: 'l03', text: 'from sklearn.metrics import f1_score' },
  { id: 'l04', text: 'from transformers import (' },
  { id: 'l05', text: '    AutoModelForSequenceClassification, AutoTokenizer,' },
  { id: 'l06', text: '    Trainer, TrainingArguments)' },
  { id: 'l07', text: '' },
  { id: 'l08', text: 'CHECKPOINT = "google-bert/bert-base-uncased"' },
  { id: 'l09', text: '# label: 0 question, 1 complaint, 2 praise' },
  { id: 'l10', text: 'splits = load_dataset("csv", data_files={' },
  { id: 'l11', text: '    "train": "train.csv", "validation": "dev.csv"})' },
  { id: 'l12', text: 'tokenizer = AutoTokenizer.from_pretrained(CHECKPOINT)' },
  { id: 'l13', text: 'encoded = splits.remove_columns("ticket_id")', fault: true },
  { id: 'l14', text: 'model = (AutoModelForSequenceClassification' },
  { id: 'l15', text: '    .from_pretrained(CHECKPOINT))', fault: true },
  { id: 'l16', text: '' },
  { id: 'l17', text: 'def compute_metrics(output):' },
  { id: 'l18', text: '    guess = output.predictions.argmax(-1)' },
  { id: 'l19', text: '    truth = output.label_ids' },
  { id: 'l20', text: '    return {"accuracy": np.mean(guess == truth)}', fault: true },
  { id: 'l21', text: '' },
  { id: 'l22', text: 'args = TrainingArguments(' },
  { id: 'l23', text: '    output_dir="ticket-kind",' },
  { id: 'l24', text: '    learning_rate=5e-2,', fault: true },
  { id: 'l25', text: '    num_train_epochs=3,' },
  { id: 'l26', text: '    per_device_train_batch_size=16,' },
  { id: 'l27', text: '    eval_strategy="no",', fault: true },
  { id: 'l28', text: '    seed=SEED)' },
  { id: 'l29', text: 'trainer = Trainer(' },
  { id: 'l30', text: '    model=model, args=args,' },
  { id: 'l31', text: '    train_dataset=dataset["train"],', fault: true },
  { id: 'l32', text: '    tokenizer=tokenizer,', fault: true },
  { id: 'l33', text: '    compute_metrics=compute_metrics)' },
  { id: 'l34', text: 'trainer.train()' },
  { id: 'l35', text: 'print(trainer.evaluate())' },
];

/**
 * The line a repair touches, and what stands there afterwards (nothing when it is deleted);
 * `after` is a line that gains another one below it.
 */
type Change = {
  readonly line: LineId;
  readonly text: readonly string[];
  readonly after?: { readonly line: LineId; readonly text: string };
};

export const REPAIRED: Readonly<Record<RepairId, Change>> = {
  'define-dataset': { line: 'l31', text: ['    train_dataset=encoded["train"],'] },
  'processing-class': { line: 'l32', text: ['    processing_class=tokenizer,'] },
  tokenize: {
    line: 'l13',
    text: [
      'def tokenize(rows):',
      '    return tokenizer(rows["text"], truncation=True)',
      'encoded = splits.map(tokenize, batched=True)',
    ],
  },
  'num-labels': { line: 'l15', text: ['    .from_pretrained(CHECKPOINT, num_labels=3))'] },
  evaluate: {
    line: 'l27',
    text: ['    eval_strategy="epoch",'],
    after: { line: 'l30', text: '    eval_dataset=encoded["validation"],' },
  },
  'macro-f1': {
    line: 'l20',
    text: [
      '    macro = f1_score(truth, guess, average="macro")',
      '    return {"accuracy": np.mean(guess == truth),',
      '            "macro_f1": macro}',
    ],
  },
  'learning-rate': { line: 'l24', text: ['    learning_rate=2e-5,'] },
  'drop-tokenizer': { line: 'l32', text: [] },
  'evaluate-on-train': {
    line: 'l27',
    text: ['    eval_strategy="epoch",'],
    after: { line: 'l30', text: '    eval_dataset=encoded["train"],' },
  },
  'more-epochs': { line: 'l25', text: ['    num_train_epochs=6,'] },
};

export const LINES: readonly SourceLine[] = SOURCE;
/** Lines that can be marked: all but the empty ones. */
export const LINE_IDS: readonly LineId[] = SOURCE.filter(({ text }) => text !== '').map(({ id }) => id);
export const FAULTY: readonly LineId[] = SOURCE.filter(({ fault }) => fault).map(({ id }) => id);

export type ShownLine = {
  readonly id: LineId;
  readonly number: number;
  readonly text: string;
  /** The line no longer stands: struck out, with what replaces it, if anything, among `added`. */
  readonly struck: boolean;
  /** New lines below this one. */
  readonly added: readonly string[];
};

export function showScript(active: ReadonlySet<RepairId>, seed: number): readonly ShownLine[] {
  const holds = (name: RepairId) =>
    active.has(name) && !EXCLUSIVE.some(([winner, loser]) => loser === name && active.has(winner));
  const changes = REPAIRS.filter(holds).map((name) => REPAIRED[name]);
  return SOURCE.map(({ id, text }, i) => {
    const replaced = changes.find(({ line }) => line === id);
    const inserted = changes.flatMap(({ after }) => (after?.line === id ? [after.text] : []));
    return {
      id,
      number: i + 1,
      text: text.replace('SEED', String(seed)),
      struck: replaced !== undefined,
      added: [...(replaced?.text ?? []), ...inserted],
    };
  });
}
