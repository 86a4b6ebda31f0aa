# Builds the standalone server and ships only that. Its user owns nothing but .data.
FROM node:22-alpine AS build
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
RUN npm ci
COPY . .
# To serve it under a path of a host: --build-arg BASE_PATH=/krea
ARG BASE_PATH=
ENV BUILD_STANDALONE=1 NEXT_TELEMETRY_DISABLED=1 BASE_PATH=$BASE_PATH
RUN npm run build

FROM node:22-alpine
WORKDIR /app
ARG BASE_PATH=
ENV NODE_ENV=production NEXT_TELEMETRY_DISABLED=1 HOSTNAME=0.0.0.0 PORT=3000 BASE_PATH=$BASE_PATH
RUN mkdir .data && chown node:node .data
COPY --from=build /app/.next/standalone ./
COPY --from=build /app/.next/static ./.next/static
COPY --from=build /app/public ./public
USER node
VOLUME /app/.data
EXPOSE 3000
HEALTHCHECK --interval=30s --timeout=3s --start-period=5s \
  CMD ["node", "-e", "const {PORT,BASE_PATH}=process.env;fetch(`http://localhost:${PORT}${BASE_PATH}/api/health`).then(r=>process.exit(r.ok?0:1),()=>process.exit(1))"]
CMD ["node", "server.js"]
