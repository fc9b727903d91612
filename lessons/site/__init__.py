"""The course as a web site: lessons that run in the browser, widgets, and handouts to print.

lesson    what a lesson's notebooks say: its title, its time, its parts
markup    from the lessons' text, with its formulas, to HTML
pages     the front page and the handouts
workshop  JupyterLite's builder and what it needs, fetched once
browser   the lessons with Python itself, as files that any web server hands out
"""
