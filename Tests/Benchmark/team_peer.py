"""The two routes of the benchmark as one writes them with FastAPI and asyncpg, on the same database and logins.

Run with uvicorn; DATABASE_URL and JWT_SECRET say what for.
"""

import os
import uuid
from contextlib import asynccontextmanager

import asyncpg
import jwt
from fastapi import Depends, FastAPI, Header, HTTPException
from pydantic import BaseModel, Field

SECRET = os.environ["JWT_SECRET"]


@asynccontextmanager
async def lifespan(app):
    app.state.pool = await asyncpg.create_pool(os.environ["DATABASE_URL"], min_size=8, max_size=8)
    yield
    await app.state.pool.close()


app = FastAPI(lifespan=lifespan)


def user(authorization: str = Header()) -> str:
    try:
        token = authorization.removeprefix("Bearer ")
        return jwt.decode(token, SECRET, algorithms=["HS256"], audience="authenticated")["sub"]
    except jwt.InvalidTokenError:
        raise HTTPException(401)


@asynccontextmanager
async def transaction(sub):
    """One short transaction as the user, as row level security needs it."""
    async with app.state.pool.acquire() as connection, connection.transaction():
        claims = '{"sub":"%s","role":"authenticated"}' % sub
        await connection.execute(
            "select set_config('role', 'authenticated', true), set_config('request.jwt.claims', $1, true)", claims
        )
        yield connection


class Status(BaseModel):
    job_id: uuid.UUID
    status: str
    agent_type: str
    project_id: uuid.UUID
    progress: float
    result: str | None
    error: str | None
    created_at: str
    completed_at: str | None


@app.get("/v1/jobs/{job_id}", response_model=Status)
async def job(job_id: uuid.UUID, sub: str = Depends(user)):
    async with transaction(sub) as connection:
        row = await connection.fetchrow(
            "select id as job_id, status, agent_type, project_id, progress, result::text, error, created_at,"
            " completed_at from public.agent_jobs where id = $1",
            job_id,
        )
    if row is None:
        raise HTTPException(404)
    values = dict(row)
    for name in ("created_at", "completed_at"):
        values[name] = values[name] and values[name].isoformat()
    return values


class File(BaseModel):
    content: str = Field(max_length=1 << 20)


@app.put("/v1/projects/{project_id}/files/{path:path}", status_code=201)
async def save(project_id: uuid.UUID, path: str, file: File, sub: str = Depends(user)):
    async with transaction(sub) as connection:
        if await connection.fetchval("select id from public.projects where id = $1", project_id) is None:
            raise HTTPException(404)
        row = await connection.fetchrow(
            "insert into public.project_files (id, project_id, path, language, content)"
            " values (gen_random_uuid(), $1, $2, 'python', $3) on conflict (project_id, path) do nothing"
            " returning id, project_id, path, language, version, created_at, updated_at",
            project_id,
            path,
            file.content,
        )
    if row is None:
        raise HTTPException(412)
    return dict(row)
