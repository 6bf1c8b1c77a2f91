"""Signing in: one place for members and staff (docs/decisions/accounts.md)."""

import environ

env = environ.Env()
env.ENVIRON = {name: value for name, value in env.ENVIRON.items() if value.strip()}

LOGIN_URL = "portal_sign_in"
LOGIN_REDIRECT_URL = "/"
LOGOUT_REDIRECT_URL = "/"
AUTHENTICATION_BACKENDS = [
    "axes.backends.AxesStandaloneBackend",  # first: who is locked out is not even compared
    "allauth.account.auth_backends.AuthenticationBackend",
]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 10}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "django.contrib.auth.password_validation.NumericPasswordValidator"},
]
PASSWORD_RESET_TIMEOUT = 24 * 60 * 60
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
SESSION_COOKIE_AGE = 12 * 60 * 60

# Whose word about the visitor's address is believed: addresses or networks of the proxies in front
TRUSTED_PROXIES = env.list("TRUSTED_PROXIES", default=[])

# allauth: by user name, never open to sign up; mails and texts are ours

ACCOUNT_ADAPTER = "portal.members.adapters.AccountAdapter"
ACCOUNT_LOGIN_METHODS = {"username"}
ACCOUNT_SIGNUP_FIELDS = ["username*", "password1*"]  # asked nowhere; allauth wants it to agree with the above
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_EMAIL_NOTIFICATIONS = True
ACCOUNT_EMAIL_UNKNOWN_ACCOUNTS = False
ACCOUNT_AUTHENTICATED_LOGIN_REDIRECTS = False
ACCOUNT_SESSION_REMEMBER = True
ACCOUNT_REAUTHENTICATION_TIMEOUT = 10 * 60
ACCOUNT_FORMS = {
    "login": "portal.members.forms.SignInForm",
    "reset_password": "portal.members.forms.AskForResetForm",
    "reset_password_from_key": "portal.members.forms.ResetPasswordForm",
    "change_password": "portal.members.forms.ChangePasswordForm",
    "reauthenticate": "portal.members.forms.ReauthenticateForm",
}
# Names are protected by axes, for each address apart. These bound what one address, or many for one name, can try.
ACCOUNT_RATE_LIMITS = {
    "login": "60/m/ip",
    "login_failed": "30/m/ip,100/h/key",
    "reset_password": "20/h/ip,3/h/key",
    "reset_password_from_key": "20/m/ip",
    "reauthenticate": "20/m/user",
    "change_password": "10/m/user",
    "manage_email": "5/h/user",  # each sends a mail to an address that somebody typed
}

# The second factor: required of staff, offered to members

MFA_ADAPTER = "portal.members.adapters.SecondFactorAdapter"
MFA_SUPPORTED_TYPES = ["totp", "webauthn", "recovery_codes"]
MFA_PASSKEY_LOGIN_ENABLED = True
MFA_RECOVERY_CODES_SHOW_ONCE = True
MFA_TOTP_TOLERANCE = 1  # clocks of phones go half a minute wrong
MFA_FORMS = {
    "authenticate": "portal.members.second_factor_forms.CodeForm",
    "reauthenticate": "portal.members.second_factor_forms.CodeAgainForm",
    "authenticate_webauthn": "portal.members.second_factor_forms.PasskeyForm",
    "reauthenticate_webauthn": "portal.members.second_factor_forms.PasskeyAgainForm",
    "activate_totp": "portal.members.second_factor_forms.ActivateAppForm",
    "add_webauthn": "portal.members.second_factor_forms.AddPasskeyForm",
}
# With it the accounts of the demo content pass the second factor; production refuses it.
DEMO_SECOND_FACTOR_CODE = ""

# Signing in through the organisation's OpenID Connect server: off while it is not named. Only accounts that are there.

OIDC_SERVER_URL = env.str("OIDC_SERVER_URL", default="")
OIDC_NAME = env.str("OIDC_NAME", default="tài khoản cơ quan")
#: What is shown there counts as second factor here: as its ``amr`` says, ``always``, or ``never``.
OIDC_SECOND_FACTOR = env.str("OIDC_SECOND_FACTOR", default="amr")
SOCIALACCOUNT_ADAPTER = "portal.members.oidc.OidcAdapter"
SOCIALACCOUNT_AUTO_SIGNUP = False
SOCIALACCOUNT_EMAIL_VERIFICATION = "none"
SOCIALACCOUNT_STORE_TOKENS = False
SOCIALACCOUNT_REQUESTS_TIMEOUT = 5
SOCIALACCOUNT_PROVIDERS: dict[str, dict[str, object]] = {}
if OIDC_SERVER_URL:
    SOCIALACCOUNT_PROVIDERS["openid_connect"] = {
        "OAUTH_PKCE_ENABLED": True,
        "APPS": [
            {
                "provider_id": "co-quan",
                "name": OIDC_NAME,
                "client_id": env.str("OIDC_CLIENT_ID"),
                "secret": env.str("OIDC_CLIENT_SECRET"),
                "settings": {"server_url": OIDC_SERVER_URL},
            }
        ],
    }

# Lock-out after repeated failures, by user name and address together

LOCKOUT_MINUTES = env.int("LOCKOUT_MINUTES", default=15)
AXES_FAILURE_LIMIT = env.int("LOCKOUT_FAILURES", default=5)
AXES_COOLOFF_TIME = "portal.members.lockout.duration"
AXES_LOCKOUT_PARAMETERS = [["username", "ip_address"]]
AXES_LOCKOUT_CALLABLE = "portal.members.lockout.locked_out_answer"
AXES_USERNAME_CALLABLE = "portal.members.lockout.name_tried"
AXES_CLIENT_IP_CALLABLE = "portal.client_address.client_address"
AXES_RESET_ON_SUCCESS = True
AXES_RESET_COOL_OFF_ON_FAILURE_DURING_LOCKOUT = False
AXES_DISABLE_ACCESS_LOG = True
AXES_SENSITIVE_PARAMETERS = ["login", "username", "password", "code", "credential", "next"]
AXES_VERBOSE = False
