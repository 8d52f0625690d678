FROM node:26-slim
WORKDIR /app
ENV NODE_ENV=production
COPY package.json package-lock.json ./
# The image's own Node runs the sources: the pinned one is for development, and no package needs its install script.
RUN npm ci --omit=dev --ignore-scripts --loglevel=error && npm cache clean --force
COPY . .
RUN mkdir -p data && chown node:node data
USER node
VOLUME /app/data
EXPOSE 8080
CMD ["node", "main.ts"]
