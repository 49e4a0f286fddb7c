from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("obligations", "0005_act_required")]

    operations = [
        migrations.RemoveIndex(model_name="obligation", name="obligations_stage_c29da7_idx"),
        migrations.AddIndex(
            model_name="obligation",
            index=models.Index(
                fields=["stage", "outcome", "due_on", "recorded", "act", "debtor", "lead"],
                name="obligation_by_stage",
            ),
        ),
    ]
