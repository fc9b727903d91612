"""The course as a web site: lessons that run in the browser, widgets, and handouts to print.

lessons       what a lesson's notebooks say: its title, its time, its parts
markdown      from the lessons' text, with its formulas, to HTML
render        the templates, filled
pages         the front page and the handouts
widget_pages  a page for each widget
toolchain     JupyterLite's builder and what it needs, fetched once
jupyterlite   the lessons with Python itself, as files that any web server hands out
"""
