from django.apps import AppConfig


class BillingConfig(AppConfig):
    name = "accounts.billing"
    label = "billing"
