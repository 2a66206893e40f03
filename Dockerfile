# One server process. See docs/deploy-container.md.
FROM node:24-trixie-slim AS build
WORKDIR /holdfast
COPY package.json package-lock.json .npmrc ./
# Nothing that runs while installing: no package of ours needs it for the build.
RUN npm ci --ignore-scripts
COPY tsconfig.json vite.config.ts ./
COPY scripts ./scripts
COPY src ./src
RUN npm run build

FROM node:24-trixie-slim AS dependencies
WORKDIR /holdfast
COPY package.json package-lock.json .npmrc ./
# Without the packaged Node: the image has one that fits, and the server says so at start if it does not.
RUN npm ci --ignore-scripts --omit=dev --omit=optional

FROM node:24-trixie-slim
WORKDIR /holdfast
ENV NODE_ENV=production
COPY --from=dependencies /holdfast/node_modules ./node_modules
COPY --from=build /holdfast/dist ./dist
COPY package.json LICENSE ./
COPY bin ./bin
COPY scripts ./scripts
COPY src ./src
RUN mkdir /data && chown node:node /data
USER node
VOLUME /data
EXPOSE 4747
STOPSIGNAL SIGTERM
HEALTHCHECK --interval=30s --timeout=5s --start-period=10s --retries=3 \
  CMD ["node", "-e", "fetch('http://127.0.0.1:4747/healthz').then((answer) => process.exit(answer.ok ? 0 : 1), () => process.exit(1))"]
ENTRYPOINT ["node", "bin/holdfast.js"]
CMD ["serve", "--data", "/data", "--address", "0.0.0.0", "--port", "4747"]
