FROM node:20-slim AS build
WORKDIR /app
COPY package.json package-lock.json ./
COPY shared/package.json shared/
COPY seed/package.json seed/
COPY server/package.json server/
COPY console/package.json console/
RUN npm install --no-save --no-audit --no-fund
COPY . .
RUN npx --no-install tsc -b && npm run build -w console

FROM node:20-slim
ENV NODE_ENV=production HOST=0.0.0.0 DATA_DIR=/data DEMO=0
WORKDIR /app
COPY --from=build /app/package.json ./
COPY --from=build /app/node_modules node_modules
COPY --from=build /app/shared shared
COPY --from=build /app/seed seed
COPY --from=build /app/server server
COPY --from=build /app/console/dist console/dist
RUN mkdir -m 700 /data && chown node:node /data
USER node
VOLUME /data
EXPOSE 3000
CMD ["node", "server/dist/main.js"]
