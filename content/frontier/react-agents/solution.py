"""Reference solution. / 参考答案。"""

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
        match = re.match(r"Action: (\w+)\[(.*)\]\s*$", line)
        if match:
            return match.group(1), match.group(2)
    return None


def run_agent(model, tools, question, max_steps):
    """tools: {name: function of one string} -> dict with answer, stopped, steps, prompt."""
    prompt = f"Question: {question}\n"
    for step in range(1, max_steps + 1):
        text = model(prompt).split("Observation:")[0].strip()
        prompt += text + "\n"
        action = parse_action(text)
        if action is None:
            observation = "Error: no action"
        elif action[0] == "finish":
            return {"answer": action[1], "stopped": "finish", "steps": step, "prompt": prompt}
        elif action[0] not in tools:
            observation = f"Error: no tool {action[0]}"
        else:
            try:
                observation = tools[action[0]](action[1])
            except Exception as error:
                observation = f"Error: {error}"
        prompt += "Observation: " + observation.replace("\n", " ") + "\n"
    return {"answer": None, "stopped": "limit", "steps": max_steps, "prompt": prompt}
