"""Bodies of a province beside those of the centre."""

import pytest

from documents.models import Issuer
from documents.models.levels import IssuerLevel
from portal.text import slugify


def body(name: str, letters: str, level: IssuerLevel, parent: Issuer | None = None) -> Issuer:
    made, _is_new = Issuer.objects.get_or_create(
        name=name, defaults={"abbreviation": letters, "level": level, "parent": parent, "slug": slugify(name)}
    )
    return made


@pytest.fixture
def bodies(db) -> dict[str, Issuer]:
    province = body("Tỉnh uỷ Sơn Hải", "TU", IssuerLevel.PROVINCE)
    commune = body("Đảng uỷ xã Lam Khê", "ĐU", IssuerLevel.GRASS_ROOTS, province)
    return {one.name: one for one in (province, commune)}
