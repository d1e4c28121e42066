"""From answers to scores: observe, evaluate, explain. Pure and exact."""

from model_forms.scoring.evaluate import Scores
from model_forms.scoring.result import Base, ScoreResult
from model_forms.scoring.score import score_response, score_rows

__all__ = ["Base", "ScoreResult", "Scores", "score_response", "score_rows"]
