"""Style of the page on which two reports stand side by side, beyond that of all pages."""

from typing import Final

__all__ = ["STYLE"]

STYLE: Final = """
:root { --gone: #a3231a; --come: #1f6b34; --wash: 14%; }
@media (prefers-color-scheme: dark) { :root { --gone: #ff9d94; --come: #7fd49a; --wash: 22%; } }
main.beside { max-width: 96rem; margin: 0 auto; padding: 0 1.5rem 1rem; }
main.beside > section { background: var(--sheet); border: 1px solid var(--line); border-radius: 6px;
  padding: 1rem 1.4rem; margin: 0 0 1rem; min-width: 0; }
main.beside h3 { margin: 1.1rem 0 .3rem; }
main.beside .table { overflow-x: auto; margin: .4rem 0; }
main.beside table { min-width: 30rem; }
main.beside td, main.beside th { text-align: left; vertical-align: top; unicode-bidi: isolate; }
main.beside td.side { width: 50%; }
main.beside td.figure { text-align: right; white-space: nowrap; }
ul.notes { margin: 0; padding-left: 1.2rem; }
ul.notes li { margin: 0 0 .4rem; }
ul.notes li:first-child { font-weight: 600; }
ul.notes .sub { font-weight: normal; }
del, ins { text-decoration-thickness: 2px; padding: .05em 0; }
del { color: var(--gone); text-decoration-line: line-through;
  background: color-mix(in srgb, var(--gone) var(--wash), transparent); }
ins { color: var(--come); text-decoration-line: underline; text-underline-offset: .2em;
  background: color-mix(in srgb, var(--come) var(--wash), transparent); }
@media (max-width: 60rem) {
  main.beside { padding: 0 .8rem .8rem; }
  main.beside > section { padding: .8rem; } }
@media (max-width: 40rem) {
  main.beside .texts table, .texts tbody, .texts tr, main.beside .texts td.side { display: block; min-width: 0;
    width: auto; }
  .texts thead { display: none; } }
@media print {
  :root { --gone: #7d1710; --come: #14491f; }
  main.beside { padding: 0; } main.beside > section { border: 0; padding: 0; } main.beside table { min-width: 0; } }
"""
