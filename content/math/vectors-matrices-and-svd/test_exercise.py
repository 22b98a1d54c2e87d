import numpy as np
from exercise import cosine, matmul, rank_error

# numpy 2.4.6, linalg.svd: a random 5 x 4 matrix and the error of its best approximations of rank 1 to 4
A = [[1.7305, 0.4178, -1.0209, 0.1977], [0.9182, 0.6755, 1.1152, -0.8738], [-1.4926, 1.3242, 0.7273, -0.6113], [-0.6083, 1.0029, 0.1049, -1.5113], [-0.7704, 0.3451, -0.4785, -0.486]]
ERRORS = [2.6995025529631023, 1.6488592167231408, 0.7615766376612942, 0.0]
Q, SHORT, LONG = [3.0, 4.0], [4.0, 3.0], [24.0, 7.0]


def test_cosine_of_the_lesson():
    assert abs(cosine(Q, SHORT) - 0.96) < 1e-12, f"24 / (5 · 5) = 0.96, got {cosine(Q, SHORT)}"
    assert abs(cosine(Q, LONG) - 0.8) < 1e-12, f"100 / (5 · 25) = 0.8, got {cosine(Q, LONG)}"
    assert cosine([1.0, 0.0], [0.0, 2.0]) == 0, "perpendicular vectors have cosine 0"


def test_cosine_does_not_see_length():
    assert abs(cosine(Q, [400.0, 300.0]) - 0.96) < 1e-12, "a vector a hundred times as long points the same way: divide by both lengths"
    assert abs(cosine(Q, [-3.0, -4.0]) + 1) < 1e-12, "the opposite direction has cosine -1"


def test_cosine_with_a_vector_of_zeros():
    try:
        got = cosine(Q, [0.0, 0.0])
    except ZeroDivisionError:
        got = "a division by zero"
    assert got == 0, f"zeros have no direction; the agreement here is 0.0, got {got}"


def test_matmul_by_hand():
    got = matmul([[3.0, 0.0], [4.0, 5.0]], [[1.0, 1.0], [1.0, -1.0]])
    assert np.allclose(got, [[3.0, 3.0], [9.0, -1.0]]), f"row i of the left with column j of the right, got {got}"
    got = matmul([[1.0, 2.0, 3.0]], [[1.0, 100.0], [10.0, 10.0], [100.0, 1.0]])
    assert np.allclose(got, [[321.0, 123.0]]), f"(1, 3) times (3, 2) is (1, 2): only the inner sizes must agree; got {got}"


def test_matmul_of_a_random_matrix_with_itself():
    transposed = [[row[j] for row in A] for j in range(4)]
    got = np.asarray(matmul(transposed, A), dtype=float)
    assert got.shape == (4, 4), f"(4, 5) times (5, 4) is (4, 4), got {got.shape}"
    # the trace of AᵀA is the sum of the squares of A, and of its squared singular values
    want = sum(s * s for s in [3.1626626324263047, 2.137423055195545, 1.462442389135848, 0.7615766376612942])
    assert abs(np.trace(got) - want) < 1e-9, f"trace of AᵀA: got {np.trace(got)}, numpy's singular values give {want}"


def test_matmul_refuses_shapes_that_do_not_fit():
    for name, b in (("(5, 4) times (5, 4)", A), ("(5, 4) times (5, 5)", [[1.0] * 5 for _ in range(5)])):
        try:
            got = matmul(A, b)
        except ValueError:
            continue
        raise AssertionError(f"{name}: 4 is not 5, raise ValueError; got {np.asarray(got).shape} instead")


def test_rank_error_agrees_with_numpy():
    got = [rank_error(A, k) for k in (1, 2, 3, 4)]
    assert np.allclose(got, ERRORS, rtol=0, atol=1e-9), f"root of the sum of squares of what is dropped: got {got}, want {ERRORS}"
    whole = float(np.sqrt((np.asarray(A) ** 2).sum()))
    assert abs(rank_error(A, 0) - whole) < 1e-9, "with k = 0 nothing is kept: the error is the size of the matrix itself"


def test_no_other_matrix_of_rank_one_is_closer():
    a = np.asarray(A)
    rng = np.random.default_rng(0)
    best = rank_error(A, 1)
    for _ in range(50):
        column = rng.normal(size=(5, 1))
        row = (column.T @ a) / (column.T @ column)  # the best row for this column
        error = float(np.sqrt(((a - column @ row) ** 2).sum()))
        assert best <= error + 1e-9, f"a random matrix of rank 1 came to {error}, closer than your best, {best}"
