"""Several threads or processes at once: the same results, whoever works."""

import pickle
from concurrent.futures import ThreadPoolExecutor

import model_forms
from model_forms.example import embedded


def road(number):
    """Export, import and score one sheet; return everything that came out."""
    role = ["police", "school", "club", "ssp"][number % 4]
    issue = model_forms.Issue(role=role, respondent=f"Nr. {number % 4}")
    sheet = model_forms.export("area_mapping", issue=issue)
    returned = embedded().returned[number % 8].read_bytes()
    read = model_forms.import_(returned)
    scores = model_forms.score_response(
        model_forms.installed().get("area_mapping"), read.response
    )
    return sheet, read, {id: each.value for id, each in scores.items()}


class TestThreads:
    def test_eight_threads_give_what_one_gives(self):
        """Nothing is shared that one thread could spoil for another."""
        alone = [road(number) for number in range(16)]
        with ThreadPoolExecutor(8) as pool:
            together = list(pool.map(road, range(16)))

        assert alone == together


class TestPickle:
    def test_what_was_read_and_assessed_travels(self):
        """Results can be handed to another process, and explain themselves there."""
        read = [model_forms.import_(f.read_bytes()) for f in embedded().returned]
        assessment = model_forms.assess([each.response for each in read])
        there = pickle.loads(pickle.dumps(assessment))
        id = "safety_crime.challenges"

        assert read == pickle.loads(pickle.dumps(read))
        assert assessment == there
        assert assessment.scores.explanation(id) == there.scores.explanation(id)
