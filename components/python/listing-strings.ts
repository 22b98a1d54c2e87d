/** Words of the exercise as text, rendered on the server only. */
const en = {
  starterFile: 'Starting code',
  testsFile: 'Tests',
  solutionFile: 'Solution',
  noScript: 'Running the code here needs JavaScript. The files below also run with Python 3 and NumPy on your machine.',
};

const zh: typeof en = {
  starterFile: '起始代码',
  testsFile: '测试',
  solutionFile: '参考答案',
  noScript: '在页面里运行代码需要 JavaScript。下面的文件也可以在自己电脑上用 Python 3 和 NumPy 运行。',
};

export const listingStrings = { en, zh };
