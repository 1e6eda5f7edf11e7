# The emulator, and nothing else: its compiled code, the schemas it reads and the packages it needs.
#
# The folder root/ beside this file is staged (see docs/containers.md): `npm run image` builds the image, and
# `npm run image -- --context DIR` leaves the staged folder for `docker build DIR`.
#
# BASE=scratch needs no registry: root/ then holds this machine's Node.js and its libraries as well.
#
# No secret is ever in a layer: certificates and the API key are handed over when a container starts, in /run/axys.
ARG BASE=node:20-bookworm-slim
FROM ${BASE}
COPY root/ /
USER 65532:65532
WORKDIR /app
EXPOSE 8443 8444
STOPSIGNAL SIGTERM
HEALTHCHECK --interval=5s --timeout=4s --start-period=15s --retries=3 \
  CMD ["/usr/local/bin/node", "/app/dist/support/cli/axys-emulator.js", "health", "8443"]
ENTRYPOINT ["/usr/local/bin/node", "/app/dist/support/cli/axys-emulator.js"]
CMD ["--access-log", "/dev/stdout"]
