"""The ways in which learning platforms and teachers lay out what was handed in."""

# The files as they lie there, and who handed in what.
LAYOUTS = {
    "Moodle's folders": (
        "Ada Lovelace_12345_assignsubmission_file/01_recap.ipynb | "
        "Ada Lovelace_12345_assignsubmission_file/02_derivatives.ipynb | "
        "Bob_Smith_678_assignsubmission_file_/homework.ipynb",
        {
            "Ada Lovelace 12345": "01_recap.ipynb | 02_derivatives.ipynb",
            "Bob_Smith 678": "homework.ipynb",
        },
    ),
    "Moodle's loose files": (
        "Ada Lovelace_12345_assignsubmission_file_01_recap.ipynb | "
        "Eve_6_assignsubmission_file_Ada Lovelace_12345_assignsubmission_file_02_derivatives.ipynb",
        {
            "Ada Lovelace 12345": "01_recap.ipynb",
            "Eve 6": "Ada Lovelace_12345_assignsubmission_file_02_derivatives.ipynb",
        },
    ),
    "Moodle's download in a folder of the course": (
        "CS 101-01 recap-3921/Ada_1_assignsubmission_file/01_recap.ipynb | "
        "CS 101-01 recap-3921/Bob_2_assignsubmission_file/01_recap.ipynb",
        {"Ada 1": "01_recap.ipynb", "Bob 2": "01_recap.ipynb"},
    ),
    "Canvas": (
        "lovelaceada_12345_67890_01_recap.ipynb | "
        "lovelaceada_LATE_12345_67893_02_derivatives.ipynb | "
        "smithbob_LATE_678_67891_work.ipynb | smithbob_679_67892_work.ipynb",
        {
            "lovelaceada 12345": "01_recap.ipynb | 02_derivatives.ipynb",
            "smithbob 678": "work.ipynb",
            "smithbob 679": "work.ipynb",
        },
    ),
    "Canvas, handed in twice": (
        "lovelaceada_12345_67890_01_recap-9.ipynb | lovelaceada_12345_67999_01_recap-10.ipynb | "
        "lovelaceada_12345_67998_01_recap-2.ipynb | lovelaceada_12345_5_part-1.py | "
        "lovelaceada_12345_6_part-2.py",
        {"lovelaceada 12345": "part-1.py | part-2.py | 01_recap-10.ipynb"},
    ),
    "a folder per learner": (
        "ada/01_recap.ipynb | ada/helper.py | bob/week 1/work.ipynb | "
        "bob/deeper/than/that/x.ipynb | "
        "eve/01/eve.ipynb",
        {
            "ada": "01_recap.ipynb | helper.py",
            "bob": "deeper/than/that/x.ipynb | week 1/work.ipynb",
            "eve": "01/eve.ipynb",
        },
    ),
    "one learner alone, with copies": (
        "ada/01_recap.ipynb | ada/old/01_recap.ipynb | ada/older/01_recap.ipynb",
        {"ada": "01_recap.ipynb | old/01_recap.ipynb | older/01_recap.ipynb"},
    ),
    "nbgrader": (
        "submitted/ada/01_recap/01_recap.ipynb | submitted/ada/01_recap/timestamp.txt | "
        "submitted/ada/02_derivatives/02_derivatives.ipynb | submitted/bob/01_recap/01_recap.ipynb",
        {
            "ada": "01_recap/01_recap.ipynb | 02_derivatives/02_derivatives.ipynb",
            "bob": "01_recap/01_recap.ipynb",
        },
    ),
    "a folder per lesson": (
        "01_recap/ada/work.ipynb | 02_derivatives/ada/work.ipynb | 01_recap/bob.ipynb | "
        "02_derivatives/bob.ipynb | week 3/eve_03_update_rule.ipynb",
        {
            "ada": "work.ipynb | work.ipynb",
            "bob": "bob.ipynb | bob.ipynb",
            "eve": "eve_03_update_rule.ipynb",
        },
    ),
    "a folder per class": (
        "class a/ada/01_recap.ipynb | class a/bob/01_recap.ipynb | class b/ada/01_recap.ipynb | "
        "class b/eve/01_recap.ipynb | class b/eve/mine/02_derivatives.ipynb",
        {
            "class a/ada": "01_recap.ipynb",
            "class a/bob": "01_recap.ipynb",
            "class b/ada": "01_recap.ipynb",
            "class b/eve": "01_recap.ipynb | mine/02_derivatives.ipynb",
        },
    ),
    "loose files": (
        "ada_01_recap.ipynb | ada_02_derivatives.ipynb | bob-recap (1).ipynb | "
        "03-Update-Rule_eve.ipynb | "
        "student_01.ipynb | student_02.ipynb | homework.ipynb | homework (1).ipynb",
        {
            "ada": "ada_01_recap.ipynb | ada_02_derivatives.ipynb",
            "bob": "bob-recap (1).ipynb",
            "eve": "03-Update-Rule_eve.ipynb",
            "student_01": "student_01.ipynb",
            "student_02": "student_02.ipynb",
            "homework": "homework.ipynb",
            "homework (1)": "homework (1).ipynb",
        },
    ),
    "loose files in a folder": (
        "class a/ada_01_recap.ipynb | class a/bob_01_recap.ipynb",
        {"ada": "ada_01_recap.ipynb", "bob": "bob_01_recap.ipynb"},
    ),
    "one learner's lessons": (
        "01_recap.ipynb | 02_derivatives.ipynb | 03_update_rule.ipynb | 01_recap.html",
        {"batch": "01_recap.html | 01_recap.ipynb | 02_derivatives.ipynb | 03_update_rule.ipynb"},
    ),
    "attachments that all have one name": (
        "01_recap.ipynb | 01_recap (1).ipynb | 01_recap (2).ipynb",
        {
            "01_recap": "01_recap.ipynb",
            "01_recap (1)": "01_recap (1).ipynb",
            "01_recap (2)": "01_recap (2).ipynb",
        },
    ),
    "downloads again and again": (
        "ada/01_recap (10).ipynb | ada/01_recap.ipynb | ada/01_recap (2).ipynb | bob/x.py",
        {"ada": "01_recap.ipynb | 01_recap (2).ipynb | 01_recap (10).ipynb", "bob": "x.py"},
    ),
    "what the system left": (
        "ada/01_recap.ipynb | ada/.ipynb_checkpoints/01_recap-checkpoint.ipynb | ada/.DS_Store | "
        "__MACOSX/ada/._01_recap.ipynb | .git/config | bob/picture.png | bob/x.py | roster.csv",
        {"ada": "01_recap.ipynb", "bob": "x.py"},
    ),
}
