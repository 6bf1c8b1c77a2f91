"""Addresses of signing in and of one's own security. Only what is used is routed; allauth finds them by these names."""

from allauth.account import views as account
from allauth.mfa.recovery_codes import views as codes
from allauth.mfa.totp import views as totp
from allauth.mfa.webauthn import views as webauthn
from django.urls import path, re_path

from portal.members import email_views, oidc, security_views, views

IN = "dang-nhap/"
SAFE = "tai-khoan/bao-mat/"

urlpatterns = [
    path(IN, views.SignIn.as_view(), name="portal_sign_in"),
    path(IN, views.SignIn.as_view(), name="account_login"),
    path("dang-xuat/", views.SignOut.as_view(), name="portal_sign_out"),
    path("dang-xuat/", views.SignOut.as_view(), name="account_logout"),
    path(f"{IN}ma-xac-thuc/", views.SecondFactor.as_view(), name="mfa_authenticate"),
    path(f"{IN}khoa-truy-cap/", webauthn.login_webauthn, name="mfa_login_webauthn"),
    # Through the organisation's own server, where the settings name one
    path(f"{IN}co-quan/<text:provider_id>/", oidc.leave, name="openid_connect_login"),
    path(f"{IN}co-quan/<text:provider_id>/tro-ve/", oidc.come_back, name="openid_connect_callback"),
    # A password by mail
    path(
        f"{IN}quen-mat-khau/",
        account.PasswordResetView.as_view(template_name="sign_in/reset.html"),
        name="account_reset_password",
    ),
    path(
        f"{IN}quen-mat-khau/da-gui/",
        account.PasswordResetDoneView.as_view(template_name="sign_in/reset_sent.html"),
        name="account_reset_password_done",
    ),
    path(
        f"{IN}mat-khau-moi/xong/",
        account.PasswordResetFromKeyDoneView.as_view(template_name="sign_in/reset_done.html"),
        name="account_reset_password_from_key_done",
    ),
    re_path(
        rf"^{IN}mat-khau-moi/(?P<uidb36>[0-9A-Za-z]+)-(?P<key>.+)/$",
        account.PasswordResetFromKeyView.as_view(template_name="sign_in/reset_password.html"),
        name="account_reset_password_from_key",
    ),
    # One's own security
    path(SAFE, security_views.Overview.as_view(), name="mfa_index"),
    path(
        f"{SAFE}mat-khau/",
        security_views.ChangePassword.as_view(),
        name="account_change_password",
    ),
    path(f"{SAFE}thu-dien-tu/", email_views.change_email, name="members_change_email"),
    path(f"{SAFE}thu-dien-tu/<text:key>/", email_views.confirm_email, name="members_confirm_email"),
    path(f"{SAFE}xac-nhan/", security_views.PasswordAgain.as_view(), name="account_reauthenticate"),
    path(f"{SAFE}xac-nhan/ma/", security_views.CodeAgain.as_view(), name="mfa_reauthenticate"),
    path(f"{SAFE}xac-nhan/khoa/", security_views.PasskeyAgain.as_view(), name="mfa_reauthenticate_webauthn"),
    path(
        f"{SAFE}ung-dung/",
        security_views.SetUpApp.as_view(),
        name="mfa_activate_totp",
    ),
    path(
        f"{SAFE}ung-dung/bo/",
        totp.DeactivateTOTPView.as_view(template_name="sign_in/app_remove.html"),
        name="mfa_deactivate_totp",
    ),
    path(f"{SAFE}ma-du-phong/", security_views.RecoveryCodes.as_view(), name="mfa_view_recovery_codes"),
    path(
        f"{SAFE}ma-du-phong/tao-moi/",
        codes.GenerateRecoveryCodesView.as_view(template_name="sign_in/codes_new.html"),
        name="mfa_generate_recovery_codes",
    ),
    path(
        f"{SAFE}khoa-truy-cap/them/",
        security_views.AddPasskey.as_view(),
        name="mfa_add_webauthn",
    ),
    path(f"{SAFE}khoa-truy-cap/<number:pk>/bo/", security_views.RemovePasskey.as_view(), name="mfa_remove_webauthn"),
    path(f"{SAFE}phien/", security_views.sessions, name="usersessions_list"),
]
