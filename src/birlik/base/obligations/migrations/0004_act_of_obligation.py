"""Every obligation knows its act, and whether there is a record of it here."""

from django.apps.registry import Apps
from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.models import F, OuterRef, Subquery


def fill(apps: Apps, _schema_editor: BaseDatabaseSchemaEditor) -> None:
    """Take both from the act that made the duty."""
    obligation = apps.get_model("obligations", "Obligation")
    duty = apps.get_model("obligations", "Duty")
    acts = duty.objects.filter(pk=OuterRef("duty")).values("provision__act")
    obligation.objects.filter(act=None).update(act=Subquery(acts[:1]))
    begun = duty.objects.filter(pk=OuterRef("duty")).values("provision__act__controlled_from")
    late = obligation.objects.annotate(begun=Subquery(begun[:1])).filter(due_on__lt=F("begun"))
    numbers = list(late.values_list("pk", flat=True))
    for start in range(0, len(numbers), 500):
        obligation.objects.filter(pk__in=numbers[start : start + 500]).update(recorded=False)


class Migration(migrations.Migration):
    dependencies = [("obligations", "0003_reporting")]

    operations = [
        migrations.RunPython(fill, migrations.RunPython.noop, elidable=True),
    ]
