"""Verifies one badge with openvc-core, a Python verifier that is not ours. See README.md for the folder it reads."""

import argparse
import copy
import json
import re
import sys
from datetime import datetime, timezone
from pathlib import Path

from openvc.did.base import DidResolverRegistry
from openvc.did.did_web import DidWebResolver
from openvc.errors import OpenvcError
from openvc.status import CredentialRevoked
from openvc.verify import VerificationPolicy, verify_credential

PINNED = Path(__file__).resolve().parent.parent / "crates" / "credential" / "contexts"
OPEN_BADGES = "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json"
CONTENTS = {
    "newer Open Badges content": "ob-v3p0-3.0.3.json",
    "older Open Badges content": "ob-v3p0-3.0.3.before-2025-11.json",
}
CHANGES = Path(__file__).resolve().parent / "changes.json"


def read(path):
    return json.loads(path.read_text(encoding="utf-8"))


class Badge:
    """The badge of a folder, and the documents that stand in for the network."""

    def __init__(self, folder, at):
        self.credential = read(folder / "credential.json")
        documents = [read(path) for path in sorted((folder / "documents").glob("*.json"))]
        self.documents = {document["id"]: document for document in documents}
        self.at = at

    def document(self, name):
        if name not in self.documents:
            raise OpenvcError(f"there is no document for {name}")
        return self.documents[name]

    def did_document(self, url):
        """did:web documents are asked for by address: find the one whose identifier has that address."""
        for identifier, document in self.documents.items():
            path = identifier.removeprefix("did:web:").replace(":", "/").replace("%3A", ":")
            if url in (f"https://{path}/did.json", f"https://{path}/.well-known/did.json"):
                return document
        raise OpenvcError(f"there is no document at {url}")

    def verify(self, credential, content, without_list=False):
        contexts = {OPEN_BADGES: read(PINNED / content)}
        resolver = DidResolverRegistry([DidWebResolver(self.did_document)])
        policy = VerificationPolicy(now=self.at, require_status_issuer_binding=True)

        def status_list(url):
            if without_list:
                raise OpenvcError("there is no status list")
            document = self.document(url)
            verify_credential(document, policy=VerificationPolicy(now=self.at), resolver=resolver)
            return document

        return verify_credential(
            credential,
            policy=policy,
            resolver=resolver,
            resolve_status_list=status_list,
            extra_contexts=contexts,
        )


def changed(credential, pointer):
    """A change of a digit keeps dates, numbers and addresses in their form: only the signature can notice."""
    result = copy.deepcopy(credential)
    *path, last = [int(token) if token.isdigit() else token for token in pointer.strip("/").split("/")]
    parent = result
    for token in path:
        parent = parent[token]
    text = parent[last]
    next_digit = re.sub(r"\d(?=\D*$)", lambda digit: str((int(digit.group()) + 1) % 10), text)
    parent[last] = next_digit if next_digit != text else text + "x"
    return result


def checks(badge, expect):
    """Pairs of a name and a function that raises if the check fails."""
    for content, file in CONTENTS.items():
        if expect == "revoked":
            yield (
                f"refuses the revoked badge under the {content}",
                lambda file=file: refused(badge, badge.credential, file, CredentialRevoked),
            )
            continue
        yield f"accepts the badge under the {content}", lambda file=file: badge.verify(badge.credential, file)
        for pointer in read(CHANGES):
            yield (
                f"refuses a change at {pointer} under the {content}",
                lambda file=file, pointer=pointer: refuses_change(badge, pointer, file),
            )
        unsigned = {**badge.credential, "unsignedProperty": "x"}
        yield (
            f"refuses a property that is not signed under the {content}",
            lambda file=file, unsigned=unsigned: refused(badge, unsigned, file),
        )
    file = CONTENTS["newer Open Badges content"]
    yield (
        "refuses the badge without its status list",
        lambda: refused(badge, badge.credential, file, without_list=True),
    )


def refuses_change(badge, pointer, file):
    """A badge that lacks the member fails: nothing would have been tried."""
    try:
        other = changed(badge.credential, pointer)
    except (IndexError, KeyError, TypeError):
        raise AssertionError("the badge has nothing there to change") from None
    refused(badge, other, file)


def refused(badge, credential, content, error=OpenvcError, without_list=False):
    try:
        badge.verify(credential, content, without_list)
    except error:
        return
    raise AssertionError("it was accepted")


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--expect", choices=["valid", "revoked"], default="valid")
    parser.add_argument("--at", type=datetime.fromisoformat, default=datetime.now(timezone.utc))
    options = parser.parse_args()
    badge = Badge(options.folder, options.at)
    failures = 0
    for name, check in checks(badge, options.expect):
        try:
            check()
            print(f"ok {name}")
        except Exception as error:  # any failure of the other software is a finding
            failures += 1
            print(f"not ok {name}: {type(error).__name__}: {error}")
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
