"""Tests of what vouchers take off."""

import pytest

from shop.orders import Order, discount_cents


@pytest.mark.parametrize(
    ("voucher", "expected"),
    [(None, 0), ("TENTH-SPRING", 200), ("WELCOME", 500)],
)
def test_discount(voucher: str | None, expected: int) -> None:
    order = Order(customer="ada@example.com", voucher=voucher)
    assert discount_cents(order, 2000) == expected
