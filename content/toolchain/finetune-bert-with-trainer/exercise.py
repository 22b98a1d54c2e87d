"""Three parts of a classification fine-tune, in NumPy.

1. pad_batch   pad to the longest sequence of THIS batch and build the mask (DataCollatorWithPadding).
2. macro_f1    average the F1 of the classes, each class counting the same.
3. train_head  train only a softmax head on frozen features X [N, H].
`softmax_rows` is done: read it first. Fill in each TODO.

微调分类器的三个零件：
1. pad_batch   只补齐到“这一批”里最长的句子，并给出掩码（即 DataCollatorWithPadding 的工作）。
2. macro_f1    逐类算 F1 再取平均，每个类别权重相同。
3. train_head  冻结特征 X [N, H]，只训练 softmax 分类头。
`softmax_rows` 已写好，先读它，再补全 TODO。
"""

import numpy as np


def softmax_rows(z):
    """z [N, C] -> probabilities [N, C]; subtracting the row maximum avoids overflow."""
    e = np.exp(z - z.max(axis=1, keepdims=True))
    return e / e.sum(axis=1, keepdims=True)


def pad_batch(sequences, pad_id=0):
    """Lists of token ids, of different lengths -> (input_ids [B, T], attention_mask [B, T]), T = longest here."""
    longest = 512  # TODO: the longest sequence of this batch, not a constant
    ids = np.zeros((len(sequences), longest), dtype=int) + pad_id
    mask = np.zeros((len(sequences), longest), dtype=int)
    for row, tokens in enumerate(sequences):
        ids[row, : len(tokens)] = np.array(tokens)
        # TODO: mark the real tokens of this row with 1 in the mask
    return ids, mask


def macro_f1(true, pred, num_classes):
    """Mean over classes of F1 = 2 TP / (2 TP + FP + FN); a class with no TP, FP or FN counts 0."""
    true, pred = np.array(true), np.array(pred)
    total = 0.0
    for c in range(num_classes):
        tp = ((true == c) & (pred == c)).sum()
        # TODO: count false positives and false negatives of class c, add its F1 to total
        total += 0.0 * tp
    return float(total / num_classes)


def train_head(X, y, num_classes, steps, lr):
    """Full-batch gradient descent on mean cross-entropy, from zeros. X [N, H], y [N] -> W [C, H], b [C].

    logits = X @ W.T + b;  d loss / d logits = (probabilities - one_hot) / N.
    """
    n, hidden = X.shape
    W, b = np.zeros((num_classes, hidden)), np.zeros(num_classes)
    one_hot = np.where(np.array(y)[:, None] == np.arange(num_classes)[None, :], 1.0, 0.0)
    for _ in range(steps):
        pass  # TODO: logits, probabilities, the gradient of W and b, one step downhill
    return W, b
