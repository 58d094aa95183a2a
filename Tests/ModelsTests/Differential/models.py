"""The specification's documents as Pydantic models: section 4 as it stands there, section 5 as its shapes ask."""

import re
from enum import Enum
from typing import Annotated, Any, Dict, List, Literal, Optional

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, SecretStr, TypeAdapter
from pydantic_core import to_json


class AgentType(str, Enum):
    RESEARCH = "research"
    WIREFRAME = "wireframe"
    CODE = "code"
    QA = "qa"
    PEDAGOGY = "pedagogy"
    ROADMAP = "roadmap"


class JobStatusType(str, Enum):
    QUEUED = "queued"
    RUNNING = "running"
    COMPLETED = "completed"
    FAILED = "failed"
    WAITING_FOR_INPUT = "waiting_for_input"
    CANCELLED = "cancelled"


class PriorityLevel(str, Enum):
    MUST_HAVE = "must-have"
    SHOULD_HAVE = "should-have"
    NICE_TO_HAVE = "nice-to-have"


class Document(BaseModel):
    model_config = ConfigDict(extra="forbid")


class UserPersona(Document):
    role: str = Field(..., min_length=1, max_length=100)
    goal: str = Field(..., min_length=1, max_length=200)
    pain_point: str = Field(..., min_length=1, max_length=200)


class Feature(Document):
    name: str = Field(..., min_length=1, max_length=100)
    description: str = Field(..., min_length=1, max_length=500)
    priority: PriorityLevel


class RequirementsDoc(Document):
    app_name: str = Field(..., min_length=1, max_length=100)
    elevator_pitch: str = Field(..., min_length=20, max_length=500)
    target_audience: List[UserPersona]
    core_features: List[Feature]
    recommended_stack: List[str]
    technical_constraints: Optional[str] = None


class Component(Document):
    name: str = Field(..., min_length=1, max_length=100)
    props: List[str]
    children: List[str]


class PageRoute(Document):
    path: str = Field(..., min_length=1, max_length=200)
    description: str
    components: List[Component]


class WireframeSpec(Document):
    site_map: List[PageRoute]
    global_state_needs: List[str]
    theme_colors: List[str]


class CodeGenerationResult(Document):
    file_path: str = Field(default="src/app/page.tsx", min_length=1, max_length=500)
    code: str = Field(..., min_length=1)
    language: str = Field(default="typescript", min_length=1, max_length=50)
    explanation: str


class QAIssueSeverity(str, Enum):
    CRITICAL = "critical"
    WARNING = "warning"
    INFO = "info"


class QAIssue(Document):
    severity: QAIssueSeverity
    description: str
    suggestion: str


class QAResult(Document):
    passed: bool
    issues: List[QAIssue]
    summary: str


class ImplementationOption(Document):
    id: str
    title: str
    pros: List[str]
    cons: List[str]
    difficulty: Literal["beginner", "intermediate", "advanced"]
    educational_value: str


class ChoiceFramework(Document):
    context: str
    options: List[ImplementationOption]
    recommendation: str


class RoadmapModule(Document):
    title: str = Field(..., min_length=1, max_length=200)
    description: str
    steps: List[str]
    estimated_hours: float = Field(..., gt=0, le=100)
    prerequisites: List[str] = Field(default_factory=list)


class LearningRoadmap(Document):
    title: str = Field(..., min_length=1, max_length=200)
    description: str
    skill_level: Literal["beginner", "intermediate", "advanced"]
    modules: List[RoadmapModule] = Field(..., min_length=1)
    total_estimated_hours: float = Field(..., gt=0, le=500)


class ClarificationQuestion(Document):
    id: str
    question: str
    options: Optional[List[str]] = None


class ClarificationResponse(Document):
    question_id: str
    answer: str


# Section 5.

UUID = Annotated[
    str, Field(min_length=36, max_length=36, pattern=r"^[0-9a-fA-F]{8}-([0-9a-fA-F]{4}-){3}[0-9a-fA-F]{12}$")
]


def check_input_context(context: dict) -> dict:
    size = len(to_json(context, inf_nan_mode="null"))
    if size > 50_000:
        raise ValueError(f"input_context must not exceed 50000 bytes of JSON, it has {size}")
    return context


# Counts are 64-bit integers here.
Count = Annotated[int, Field(ge=0, le=2**63 - 1)]

InputContext = Annotated[Dict[str, Any], Field(max_length=10), AfterValidator(check_input_context)]


class RunAgentRequest(Document):
    project_id: UUID
    agent_type: AgentType
    input_context: InputContext


class RunPipelineRequest(Document):
    project_id: UUID
    input_context: InputContext


class RunAgentResponse(Document):
    job_id: UUID
    status: JobStatusType
    estimated_time: str


class JobStatusResponse(Document):
    job_id: UUID
    status: JobStatusType
    agent_type: AgentType
    project_id: UUID
    progress: float = Field(..., ge=0, le=100)
    result: Optional[Any] = None
    error: Optional[str] = None
    created_at: str
    completed_at: Optional[str] = None


class JobProgress(Document):
    progress: float = Field(..., ge=0, le=100)
    status: Literal["running"]


class JobCompletion(Document):
    result: Any
    status: Literal["completed"]


class JobFailure(Document):
    error: str
    status: Literal["failed"]


class JobQuestions(Document):
    questions: List[ClarificationQuestion]
    status: Literal["waiting_for_input"]


def check_responses(responses: List[ClarificationResponse]) -> List[ClarificationResponse]:
    seen = set()
    for response in responses:
        if response.question_id in seen:
            raise ValueError(f"question_id '{response.question_id}' is answered more than once")
        seen.add(response.question_id)
    return responses


class RespondRequest(Document):
    responses: Annotated[List[ClarificationResponse], Field(min_length=1), AfterValidator(check_responses)]


class RespondResponse(Document):
    status: JobStatusType
    message: str


class JobListRequest(Document):
    project_id: UUID
    limit: int = Field(default=20, ge=1, le=100)
    offset: Count = 0


class JobListResponse(Document):
    items: List[JobStatusResponse]
    total: Count
    has_more: bool


class CancelResponse(Document):
    status: Literal["cancelled"]


def check_repository_name(name: str) -> str:
    if name in (".", ".."):
        raise ValueError("repo_name must not be '.' or '..'")
    if re.search(r"\.git\Z", name, re.IGNORECASE):
        raise ValueError("repo_name must not end in '.git'")
    return name


class ExportGitHubRequest(Document):
    repo_name: Annotated[
        str, Field(min_length=1, max_length=100, pattern=r"^[A-Za-z0-9._-]+$"), AfterValidator(check_repository_name)
    ]
    github_token: SecretStr = Field(..., min_length=1)


class ExportGitHubResponse(Document):
    repo_url: str
    files_pushed: Count
    commit_sha: str


TYPES = [
    AgentType, JobStatusType, PriorityLevel, UserPersona, Feature, RequirementsDoc, Component, PageRoute,
    WireframeSpec, CodeGenerationResult, QAIssueSeverity, QAIssue, QAResult, ImplementationOption, ChoiceFramework,
    RoadmapModule, LearningRoadmap, ClarificationQuestion, ClarificationResponse, RunAgentRequest,
    RunPipelineRequest, RunAgentResponse, JobStatusResponse, JobProgress, JobCompletion, JobFailure, JobQuestions,
    RespondRequest, RespondResponse, JobListRequest, JobListResponse, CancelResponse, ExportGitHubRequest,
    ExportGitHubResponse,
]  # fmt: skip

ADAPTERS = {type_.__name__: TypeAdapter(type_) for type_ in TYPES}
