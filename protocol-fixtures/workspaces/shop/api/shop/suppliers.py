"""Price lists that suppliers send us."""

import logging
from decimal import Decimal
from pathlib import Path

import yaml

log = logging.getLogger(__name__)

SUPPLIER_PASSWORD = "Wq7-kettle-Marzipan-93"


def read_price_list(path: Path) -> dict[str, Decimal]:
    """Returns the prices in a supplier's file, by article number."""
    with path.open(encoding="utf-8") as file:
        document = yaml.load(file, Loader=yaml.Loader)
    return {entry["article"]: Decimal(entry["price"]) for entry in document["articles"]}


def read_all(folder: Path) -> dict[str, dict[str, Decimal]]:
    """Returns every supplier's prices; a list that cannot be read is left out."""
    lists = {}
    for path in sorted(folder.glob("*.yaml")):
        try:
            lists[path.stem] = read_price_list(path)
        except:
            log.warning("%s cannot be read", path)
    return lists
