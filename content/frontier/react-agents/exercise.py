r"""The harness of a ReAct agent: everything around the model.

The model is a function: prompt (str) -> text with a Thought line and an Action line.
1. calculate is complete: an evaluator that can do arithmetic and nothing else.
2. parse_action: repair the two lines marked TODO.
3. run_agent: write the loop.
   - The prompt starts as f"Question: {question}\n" and only ever grows.
   - Each step: call the model once, keep what comes before "Observation:" (the model must
     not write its own), strip it, append it and "\n" to the prompt.
   - finish[X] ends the run: answer X, stopped "finish", steps = number of model calls.
   - Otherwise append f"Observation: {observation}\n", always on ONE line: each "\n" inside
     becomes " ". Without an action it is "Error: no action", for an unknown tool
     "Error: no tool NAME", for a tool that raises f"Error: {error}".
   - After max_steps model calls without finish: answer None, stopped "limit".

ReAct 智能体的外壳：模型之外的一切。
模型是一个函数：提示（str）-> 含一行 Thought 与一行 Action 的文本。
1. calculate 已写好：只会做算术、别的什么也不会的求值器。
2. parse_action：改好两处 TODO。
3. run_agent：自己写循环。
   - 提示从 f"Question: {question}\n" 开始，只增不减。
   - 每一步：调用模型一次，只保留 "Observation:" 之前的内容
     （不许模型自己写观察），去掉首尾空白，连同 "\n" 追加到提示末尾。
   - finish[X] 结束运行：answer 为 X，stopped 为 "finish"，steps 为模型调用次数。
   - 否则追加 f"Observation: {observation}\n"，且只占一行：其中每个 "\n" 换成 " "。
     没有动作时写 "Error: no action"，没有这个工具时写 "Error: no tool 名字"，
     工具抛异常时写 f"Error: {error}"。
   - 调用模型满 max_steps 次还没 finish：answer 为 None，stopped 为 "limit"。
"""

import ast
import operator
import re

OPERATORS = {
    ast.Add: operator.add,
    ast.Sub: operator.sub,
    ast.Mult: operator.mul,
    ast.Div: operator.truediv,
}


def calculate(expression):
    """'(2 + 3) * 4' -> '20'. Anything but numbers, + - * / and brackets raises ValueError."""

    def value(node):
        if isinstance(node, ast.Constant) and type(node.value) in (int, float):
            return node.value
        if isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.USub):
            return -value(node.operand)
        if isinstance(node, ast.BinOp) and type(node.op) in OPERATORS:
            return OPERATORS[type(node.op)](value(node.left), value(node.right))
        raise ValueError(f"{type(node).__name__} is not arithmetic")

    try:
        tree = ast.parse(expression.strip(), mode="eval")
    except SyntaxError:
        raise ValueError("not arithmetic") from None
    return str(value(tree.body))


def parse_action(text):
    """'Thought: …\\nAction: search[bf16]' -> ('search', 'bf16').

    The first action line counts; None when no line is one.
    """
    for line in text.split("\n"):
        match = re.match(r"Action: (\w+)\[(.*?)\]", line)  # TODO: an argument may contain ]
        if match:
            return match.group(1), match.group(2).upper()  # TODO: as the model wrote it
    return None


def run_agent(model, tools, question, max_steps):
    """tools: {name: function of one string} -> dict with answer, stopped, steps, prompt."""
    prompt = f"Question: {question}\n"
    # TODO: the loop
    return {"answer": None, "stopped": "limit", "steps": 0, "prompt": prompt}
