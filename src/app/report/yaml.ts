import { isObject, type Json, type JsonObject } from '../state/json';

/** A scenario as YAML text; strings that YAML could read otherwise are quoted. */
export function toYaml(scenario: JsonObject): string {
  return Object.entries(scenario)
    .map(([key, value]) => {
      if (Array.isArray(value) && value.some(isObject)) {
        return `${name(key)}:\n${value.map((item) => `  - ${flow(item)}`).join('\n')}\n`;
      }
      return `${name(key)}: ${flow(value)}\n`;
    })
    .join('');
}

function flow(value: Json): string {
  if (Array.isArray(value)) return `[${value.map(flow).join(', ')}]`;
  if (isObject(value)) {
    return `{${Object.entries(value)
      .map(([key, item]) => `${name(key)}: ${flow(item)}`)
      .join(', ')}}`;
  }
  return typeof value === 'string' ? text(value) : String(value);
}

const name = (key: string) => (/^[a-z_][a-z0-9_]*$/i.test(key) ? key : JSON.stringify(key));

/** Plain where it is plainly a text to every YAML reader, else in JSON's quotes, which YAML shares. */
function text(value: string): string {
  const plain = /^[A-Za-z0-9][A-Za-z0-9 .+/%-]*$/.test(value) && !value.endsWith(' ');
  const other = /^([-+.\d][\d_.eExob+-]*|true|false|null|yes|no|on|off|y|n)$/i.test(value);
  return plain && !other ? value : JSON.stringify(value);
}
