"""Reference solution. / 参考答案。"""

import numpy as np


class Value:
    made = 0

    def __init__(self, data, inputs=(), rates=()):
        self.data = float(data)
        self.grad = 0.0
        self.inputs = inputs
        self.rates = rates
        Value.made += 1
        self.serial = Value.made  # inputs are always made earlier than results

    def __add__(self, other):
        return Value(self.data + other.data, (self, other), (1.0, 1.0))

    def __mul__(self, other):
        return Value(self.data * other.data, (self, other), (other.data, self.data))

    def tanh(self):
        t = float(np.tanh(self.data))
        return Value(t, (self,), (1.0 - t * t,))

    def backward(self):
        """Add d self / d v to v.grad, for every v that self was made from."""
        upstream = {self: 1.0}
        waiting = [self]
        while waiting:
            node = max(waiting, key=lambda one: one.serial)  # nobody later can still send to it
            waiting.remove(node)
            share = upstream[node]
            node.grad += share
            for one, rate in zip(node.inputs, node.rates):
                if one not in upstream:
                    upstream[one] = 0.0
                    waiting.append(one)
                upstream[one] += share * rate


def two_layers(x, w, v):
    """v[0]*tanh(w[0]*x + w[1]) + v[1]*tanh(w[2]*x + w[3]), all Values."""
    first = (w[0] * x + w[1]).tanh()
    second = (w[2] * x + w[3]).tanh()
    return v[0] * first + v[1] * second


def numeric_slope(f, at, i, h=1e-5):
    """Slope of f in direction i: push at[i] by +h and by -h. f takes a list of floats."""
    up, down = list(at), list(at)
    up[i] += h
    down[i] -= h
    return (f(up) - f(down)) / (2 * h)
