"""What is wrong with a scenario, where, why it matters, and what to do.

``rule`` says what a rule is, ``registry`` lists all of them, ``subject`` is what they look at, and
``files`` runs them over files and folders. Rules whose codes start with F are about form, W about
writing, P about the proof, A about allowances; the loader's own codes start with S.
"""
