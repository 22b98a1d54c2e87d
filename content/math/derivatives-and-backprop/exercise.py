"""An autograd engine for single numbers, and the proof that it is right.

1. __add__ is complete: read it first. __mul__ has one wrong rate.
2. tanh and backward are yours. Every Value knows what it was made from (inputs),
   the rate of each input (rates), and when it was made (serial).
3. numeric_slope is yours: push one number, see how far the result moves.

1. __add__ 已写好，先读它；__mul__ 有一个局部导数写错了。
2. tanh 和 backward 由你来写。每个 Value 都记得由谁算出（inputs）、
   对每个输入的局部导数（rates）、第几个被创建（serial）。
3. numeric_slope 由你来写：推一下某个数，看结果动了多少。
"""

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
        # TODO: one of the two rates is wrong
        return Value(self.data * other.data, (self, other), (other.data, 1.0))

    def tanh(self):
        # TODO: value and rate; the slope of tanh at z is 1 - tanh(z)^2
        return Value(self.data, (self,), (1.0,))

    def backward(self):
        """Add d self / d v to v.grad, for every v that self was made from."""
        # TODO: upstream holds what has arrived at each node so far. Take the node
        # made last, add its share to its grad, send share * rate to every input,
        # and go on until nothing is left.
        upstream = {self: 1.0}
        for node, share in upstream.items():
            node.grad += share


def two_layers(x, w, v):
    """v[0]*tanh(w[0]*x + w[1]) + v[1]*tanh(w[2]*x + w[3]), all Values."""
    first = (w[0] * x + w[1]).tanh()
    second = (w[2] * x + w[3]).tanh()
    return v[0] * first + v[1] * second


def numeric_slope(f, at, i, h=1e-5):
    """Slope of f in direction i: push at[i] by +h and by -h. f takes a list of floats."""
    # TODO
    return 0.0
