"""``caridulu ...``: the only command layer.

main         arguments -> the command that they name; its error -> a sentence and an exit code
arguments    how a command is added, with its options and help
output       what is printed on standard error
wrong_usage  what argparse says of wrong arguments, in the language of who typed them
console      the project that a command changes, and questions at the keyboard
commands     the commands
"""
