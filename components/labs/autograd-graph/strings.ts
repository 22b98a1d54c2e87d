import type { LabStrings } from '@/components/labs/frame/lab-types';
import { formatSignificant } from '@/lib/format-number';
import type { GraphNode, Problem, params, Result } from './core';
import { functions, LIMITS } from './expression';
import type { LeafReport } from './gradients';

type Strings = LabStrings<typeof params, Result> & {
  readonly graphTitle: string;
  readonly graphLabel: (nodes: readonly GraphNode[]) => string;
  readonly nodeLabel: (node: GraphNode) => string;
  readonly legend: string;
  readonly grammar: string;
  readonly problem: (problem: Problem) => string;
  readonly stepTitle: string;
  readonly forwardOnly: string;
  readonly seed: (node: string) => string;
  readonly leafStep: (node: string, gradient: string) => string;
  readonly nothingSent: string;
  readonly leavesTitle: string;
  readonly nudged: string;
  readonly noSlope: string;
  readonly verdict: (leaf: LeafReport) => string;
  readonly showPaths: (leaf: string) => string;
  readonly pathsTitle: (leaf: string) => string;
  readonly cut: string;
  readonly morePaths: (count: number) => string;
  readonly noPath: string;
  readonly sum: string;
  readonly doubled: string;
  readonly nowhere: string;
};

export const show = (value: number) => formatSignificant(Math.abs(value) < 1e-9 ? 0 : value, 4);
const functionList = functions.join(' ');

/** How the reported gradient differs from the slope. */
export function verdictOf({ reported, truth }: LeafReport): 'right' | 'double' | 'wrong' {
  const near = (a: number, b: number) => Math.abs(a - b) <= 1e-9 * Math.max(1, Math.abs(b));
  if (near(reported, truth)) return 'right';
  return near(reported, 2 * truth) ? 'double' : 'wrong';
}

const en: Strings = {
  params: {
    preset: 'Expression',
    expression: 'Your expression',
    leaves: 'Values of the leaves',
    detach: 'Detach a node',
    twice: 'Forget zero_grad: run backward a second time',
    pin: 'Leaf whose paths are listed',
    step: 'Step of the backward pass',
  },
  options: {
    preset: {
      diamond: 'Diamond',
      neuron: 'Neuron',
      residual: 'Residual',
      micrograd: 'Micrograd',
      network: 'Two layers',
      own: 'Your own',
    },
  },
  columns: { node: 'node', op: 'operation', value: 'value', gradient: 'gradient', truth: 'true derivative' },
  summary: (result) => {
    if ('problem' in result) return en.problem(result.problem);
    const { graph } = result;
    const output = graph.nodes.find(({ name }) => name === graph.output);
    const leaves = graph.leaves.map(({ name, reported, truth }) =>
      verdictOf({ reported, truth } as LeafReport) === 'right'
        ? `${name}.grad = ${show(reported)}, which is right`
        : `${name}.grad = ${show(reported)} where the slope is ${show(truth)}`,
    );
    return `${graph.output} = ${show(output?.value ?? 0)}. Backward stands at step ${graph.step} of ${graph.last}. At its end ${leaves.join('; ')}.`;
  },
  graphTitle: 'Values flow down, gradients flow up',
  graphLabel: (nodes) => `Graph of ${nodes.length} nodes: ${nodes.map(({ name }) => name).join(', ')}`,
  nodeLabel: ({ name, value, gradient }) =>
    `${name} = ${show(value)}${gradient === null ? '' : `, gradient ${show(gradient)}`}`,
  legend:
    'On an edge: the share that comes back, which is local derivative × upstream. Under a value, after ∂: the gradient.',
  grammar: `Lines end with “;”. Allowed are + − * / ^, brackets and ${functionList}. Names that you never assign are leaves, at most ${LIMITS.leaves}.`,
  problem: ({ kind, at }) => {
    switch (kind) {
      case 'empty':
        return 'Write an expression, such as L = a*b + a.';
      case 'unexpected':
        return `“${at}” cannot stand there.`;
      case 'end':
        return 'The expression ends too early.';
      case 'function':
        return `There is no function “${at}”. There are ${functionList}.`;
      case 'exponent':
        return `An exponent must be a number, but “${at}” is a node. Write exp and log instead.`;
      case 'name':
        return `The name “${at}” is too long. Names have at most ${LIMITS.name} letters, digits and underscores.`;
      case 'nodes':
        return `That makes more than ${LIMITS.nodes} operations, too many to draw.`;
      case 'leaves':
        return `That makes more than ${LIMITS.leaves} leaves. Assign some names, or use numbers.`;
      case 'assigned':
        return `“${at}” has a value already. Choose a new name.`;
      case 'constant':
        return `“${at}” is not computed from any leaf by an operation, so there is nothing to differentiate.`;
      case 'wild':
        return `“${at}” or its gradient has no finite value here: a division by 0, a root or logarithm of a negative number, or an overflow. PyTorch would carry the broken number on through every later node. Change the leaves.`;
    }
  },
  stepTitle: 'This step',
  forwardOnly: 'The forward pass is done. Backward starts at the output, with gradient 1.',
  seed: (node) => `${node} is the output: d${node}/d${node} = 1.`,
  leafStep: (node, gradient) =>
    `${node} is a leaf. All its shares have arrived and are added to ${node}.grad, which is now ${gradient}.`,
  nothingSent: 'It hands nothing on.',
  leavesTitle: 'Leaves: nudged against reported',
  nudged: 'slope by nudging',
  noSlope: 'none',
  verdict: (leaf) => ({ right: 'equal', double: 'twice the slope', wrong: 'another number' })[verdictOf(leaf)],
  showPaths: (leaf) => `Paths of ${leaf}`,
  pathsTitle: (leaf) => `All paths from ${leaf}`,
  cut: 'cut by detach',
  morePaths: (count) => `and ${count} more`,
  noPath: 'No path leads from here to the output: the gradient is 0.',
  sum: 'sum',
  doubled: '.grad held the first pass already: twice the sum',
  nowhere: 'nothing',
};

const zh: Strings = {
  params: {
    preset: '式子',
    expression: '你的式子',
    leaves: '叶子的值',
    detach: '把一个节点 detach 掉',
    twice: '忘了 zero_grad：再跑一遍 backward',
    pin: '列出哪个叶子的路径',
    step: '反向传播的步数',
  },
  options: {
    preset: {
      diamond: '菱形',
      neuron: '神经元',
      residual: '残差',
      micrograd: 'micrograd',
      network: '两层网络',
      own: '自己写',
    },
  },
  columns: { node: '节点', op: '运算', value: '值', gradient: '梯度', truth: '真实导数' },
  summary: (result) => {
    if ('problem' in result) return zh.problem(result.problem);
    const { graph } = result;
    const output = graph.nodes.find(({ name }) => name === graph.output);
    const leaves = graph.leaves.map(({ name, reported, truth }) =>
      verdictOf({ reported, truth } as LeafReport) === 'right'
        ? `${name}.grad = ${show(reported)}，正确`
        : `${name}.grad = ${show(reported)}，而真实斜率是 ${show(truth)}`,
    );
    return `${graph.output} = ${show(output?.value ?? 0)}。反向传播走到第 ${graph.step} 步，共 ${graph.last} 步。走完后 ${leaves.join('；')}。`;
  },
  graphTitle: '值向下流，梯度向上流',
  graphLabel: (nodes) => `计算图，共 ${nodes.length} 个节点：${nodes.map(({ name }) => name).join('、')}`,
  nodeLabel: ({ name, value, gradient }) =>
    `${name} = ${show(value)}${gradient === null ? '' : `，梯度 ${show(gradient)}`}`,
  legend: '边上是送回来的份额，等于局部导数 × 上游梯度。数值下面 ∂ 后面的是梯度。',
  grammar: `每行用“;”结束。可以用 + − * / ^、括号和 ${functionList}。没有赋过值的名字就是叶子，最多 ${LIMITS.leaves} 个。`,
  problem: ({ kind, at }) => {
    switch (kind) {
      case 'empty':
        return '写一个式子吧，比如 L = a*b + a。';
      case 'unexpected':
        return `“${at}”不能出现在这里。`;
      case 'end':
        return '式子没有写完。';
      case 'function':
        return `没有“${at}”这个函数。可用的有 ${functionList}。`;
      case 'exponent':
        return `指数必须是数字，而“${at}”是一个节点。可以改用 exp 和 log。`;
      case 'name':
        return `名字“${at}”太长了。名字最多 ${LIMITS.name} 个字母、数字或下划线。`;
      case 'nodes':
        return `运算超过了 ${LIMITS.nodes} 个，画不下了。`;
      case 'leaves':
        return `叶子超过了 ${LIMITS.leaves} 个。给一些名字赋值，或者直接写数字。`;
      case 'assigned':
        return `“${at}”已经有值了，换一个新名字。`;
      case 'constant':
        return `“${at}”不是由叶子经过运算得到的，没有可以求导的东西。`;
      case 'wild':
        return `“${at}”或它的梯度在这里不是有限的数：除以了 0，对负数开方或取对数，或者溢出了。PyTorch 会把这个坏数一路带进后面的每个节点。换一组叶子的值吧。`;
    }
  },
  stepTitle: '这一步',
  forwardOnly: '前向已经算完。反向从输出开始，它的梯度是 1。',
  seed: (node) => `${node} 是输出：d${node}/d${node} = 1。`,
  leafStep: (node, gradient) => `${node} 是叶子。所有份额都到齐了，加进 ${node}.grad，现在是 ${gradient}。`,
  nothingSent: '它不再往回传任何东西。',
  leavesTitle: '叶子：轻推一下测得的斜率，对比 .grad',
  nudged: '轻推测得的斜率',
  noSlope: '没有',
  verdict: (leaf) => ({ right: '相等', double: '成了斜率的 2 倍', wrong: '是另一个数' })[verdictOf(leaf)],
  showPaths: (leaf) => `看 ${leaf} 的路径`,
  pathsTitle: (leaf) => `从 ${leaf} 出发的所有路径`,
  cut: '被 detach 剪断',
  morePaths: (count) => `另外还有 ${count} 条`,
  noPath: '没有路径通向输出，梯度是 0。',
  sum: '总和',
  doubled: '.grad 里已有第一遍的结果：总和的 2 倍',
  nowhere: '不 detach',
};

export const strings = { en, zh };
export type GraphStrings = Strings;
