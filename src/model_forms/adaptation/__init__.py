"""Local adaptations: applied to a base, compared with it, carried to the next one."""

from model_forms.adaptation.apply import adapted, applied
from model_forms.adaptation.document import adaptation_findings, read_adaptation

__all__ = ["adaptation_findings", "adapted", "applied", "read_adaptation"]
