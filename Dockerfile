FROM node:26-slim
# For knowledge in a git repository (KNOWLEDGE_SOURCE=git+https://… or git+ssh://…).
RUN apt-get update \
  && apt-get install -y --no-install-recommends ca-certificates git openssh-client \
  && rm -rf /var/lib/apt/lists/*
WORKDIR /app
ENV NODE_ENV=production
COPY package.json package-lock.json ./
# The image's own Node runs the sources: the pinned one is for development, and no package needs its install script.
RUN npm ci --omit=dev --ignore-scripts --loglevel=error && npm cache clean --force
COPY . .
RUN mkdir -p data node_modules/.cache && chown node:node data node_modules/.cache
USER node
# Shows that the sources run, and leaves behind what was made of them and of the pages: a container starts the sooner.
RUN node --import ./compile-cache.js cli.ts ask Docker && node main/warm.ts
VOLUME /app/data
EXPOSE 8080
HEALTHCHECK --interval=30s --timeout=5s --start-period=30s \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT || 8080}/healthz`).then((r) => process.exit(r.ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "--import", "./compile-cache.js", "main.ts"]
