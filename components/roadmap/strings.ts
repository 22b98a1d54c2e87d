const en = {
  headline: ['From “I write software”', 'to “I engineer with LLMs”'],
  lead: 'A road in four layers. Every lesson has an experiment you can move, an exercise that runs in the page and questions that explain themselves.',
  facts: 'No account, no API key, no GPU, nothing to install.',
  figure: 'Softmax over five example logits: all a language model ever puts out is such a list.',
  figureLink: 'Turn the temperature',
  layers: 'The road',
  stage: (n: number) => `Layer ${n}`,
  minutes: (n: number) => `${n} min`,
  mapTitle: 'The knowledge map',
  mapText: (n: number) =>
    `${n} concepts and what each one rests on, in four named parts: model structure, training techniques, evaluation metrics, safety and ethics.`,
  mapLink: 'Open the map',
  labsTitle: 'The labs',
  labsText: (n: number) =>
    `${n} instruments, each alone on a page. Every number is computed, and tested against PyTorch or the published value.`,
  labsLink: 'Open the labs',
  mentorTitle: 'Learning together',
  mentorText:
    'Show a mentor where you stand with one link. It holds lesson states and nothing else, and no server sees it.',
};

const zh: typeof en = {
  headline: ['从“我会写软件”', '到“我能做大模型工程”'],
  lead: '一条路，分四层。每课都有能动手的实验、在页面里直接运行的练习，以及会讲清理由的自测。',
  facts: '不用注册，不要 API Key，不需要 GPU，什么都不用装。',
  figure: '对五个示例 logit 做 softmax：语言模型每一步输出的，就是这样一张表。',
  figureLink: '动手调温度',
  layers: '学习路线',
  stage: (n) => `第 ${n} 层`,
  minutes: (n) => `${n} 分钟`,
  mapTitle: '知识图谱',
  mapText: (n) => `${n} 个概念，以及每个概念建立在什么之上。四个模块最醒目：模型结构、训练技巧、评估指标、安全伦理。`,
  mapLink: '打开图谱',
  labsTitle: '实验',
  labsText: (n) => `${n} 个实验，每个都有独立页面。每个数字都是算出来的，并与 PyTorch 或论文公布的数值核对过。`,
  labsLink: '打开实验',
  mentorTitle: '和导师一起学',
  mentorText: '用一个链接告诉导师你学到了哪里。链接里只有课程状态，不经过任何服务器。',
};

export const strings = { en, zh };
