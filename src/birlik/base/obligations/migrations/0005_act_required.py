import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("obligations", "0004_act_of_obligation")]

    operations = [
        migrations.AlterField(
            model_name="obligation",
            name="act",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="obligations",
                to="records.act",
            ),
        ),
    ]
