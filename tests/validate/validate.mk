# `make validate`: the validators that others use for the formats, the schema and editors. They come from npm into
# build/validate/ and are not needed for anything else.

VALIDATORS := ajv@8.20.0 ajv-formats@3.0.1 yaml@2.9.1 fast-xml-parser@5.12.1 junit2json@4.0.0 \
              yaml-language-server@1.25.0 @microsoft/sarif-multitool-linux@5.7.0

$(BUILD)/validate/installed: tests/validate/validate.mk
	@command -v npm >/dev/null || { echo 'validate: npm is missing (apt-get install npm)'; exit 1; }
	@mkdir -p $(@D)
	npm install --silent --no-audit --no-fund --ignore-scripts --prefix $(@D) $(VALIDATORS)
	@chmod u+x $(@D)/node_modules/@microsoft/sarif-multitool-linux/Sarif.Multitool
	@touch $@

validate: all $(BUILD)/validate/installed ## give reports and schema to the validators that others use (npm; needs a network once)
	@BUILD=$(BUILD) sh tests/validate/validate.sh

.PHONY: validate
