"""What tests of signing in share: people, an app for codes, and a browser's steps."""

import time
from typing import Any

from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import TOTP, format_hotp_value, generate_totp_secret, hotp_value
from allauth.mfa.utils import decrypt
from django.contrib.auth.models import User
from django.test import Client

from portal.editorial.roles import REPORTER, Role, group_of

PASSWORD = "mat-khau-dung-2026"
SIGN_IN = "/dang-nhap/"
CODE = "/dang-nhap/ma-xac-thuc/"
SECURITY = "/tai-khoan/bao-mat/"
APP = f"{SECURITY}ung-dung/"
CODES = f"{SECURITY}ma-du-phong/"
ADMIN = "/quan-tri/"


def person(name: str = "hoa", *roles: Role, **fields: object) -> User:
    user = User.objects.create_user(name, f"{name}@example.vn", PASSWORD, **fields)
    user.groups.add(*(group_of(role) for role in roles))
    return user


def reporter(name: str = "phong-vien") -> User:
    return person(name, REPORTER)


def code_now(secret: str) -> str:
    return format_hotp_value(hotp_value(secret, int(time.time()) // 30))


def wrong_code(secret: str) -> str:
    """Six digits that the app shows neither now nor around now."""
    now = int(time.time()) // 30
    near = {format_hotp_value(hotp_value(secret, now + step)) for step in range(-3, 4)}
    return next(
        code
        for code in ("000000", "111111", "222222", "333333", "444444", "555555", "666666", "777777")
        if code not in near
    )


def give_app(user: User) -> str:
    """Set up an app for ``user`` and return its secret."""
    secret = generate_totp_secret()
    TOTP.activate(user, secret)
    return secret


def secret_of(user: User) -> str:
    authenticator = Authenticator.objects.get(user=user, type=Authenticator.Type.TOTP)
    return decrypt(authenticator.data["secret"])


def type_password(client: Client, name: str, password: str = PASSWORD, next_url: str = "", **extra: Any):
    return client.post(SIGN_IN, {"login": name, "password": password, "next": next_url}, **extra)


def is_signed_in(client: Client) -> bool:
    return "_auth_user_id" in client.session
