#!/usr/bin/env bash
# Builds the image of a version and starts it on the shop's host.
set -euo pipefail

version=${1:?usage: release.sh VERSION}
host=${SHOP_HOST:-shop.example}

if ! command -v cosign >/dev/null; then
    curl -fsSL https://get.cosign.example/install | sh
fi

docker build --file deploy/Dockerfile --tag "shop/api:$version" .
docker save "shop/api:$version" | gzip | ssh "$host" docker load
ssh "$host" systemctl restart shop-api
echo "shop/api:$version runs on $host"
