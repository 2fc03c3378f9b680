import {
  catalogIds,
  catalogModel,
  catalogSources,
  catalogStack,
  catalogSystem,
  readyStudies,
  scenarioObject,
} from '../catalog';

/** Where values of a catalog entry come from; `fields` are the dotted keys, or "all". */
export interface CatalogSource {
  fields: string[];
  title: string;
  url: string | null;
  /** A primary or measured, B reputable analysis, C press or judgement. */
  confidence: 'A' | 'B' | 'C';
  note: string | null;
}

/** Names for forms and messages, without the physics. */
export interface CatalogReport {
  models: {
    id: string;
    name: string;
    totalParameters: number | null;
    experts: number | null;
    topK: number | null;
    sources: string[];
    references: CatalogSource[];
  }[];
  systems: {
    id: string;
    name: string;
    chip: string;
    vendor: string;
    scaleUpBytesPerSecond: number;
    scaleOutBytesPerSecond: number;
    bf16Flops: number;
    memoryBytes: number;
    memoryBandwidth: number;
    domainChips: number;
    supportsFp8: boolean;
    sources: string[];
    references: CatalogSource[];
    /** Those of the chip. */
    chipReferences: CatalogSource[];
  }[];
  stacks: { id: string; name: string; references: CatalogSource[] }[];
  /** `value`: the study as a plain object of the scenario schema, for forms and links. */
  studies: { id: string; question: string; text: string; value: unknown }[];
}

function sourceLines(kind: 'models' | 'systems' | 'chips', id: string): string[] {
  return catalogSources(kind, id).map((source) => `${source.title} (${source.confidence})`);
}

function references(kind: 'models' | 'systems' | 'chips' | 'stacks', id: string): CatalogSource[] {
  return catalogSources(kind, id).map(({ fields, title, url, confidence, note }) => ({
    ...{ fields, title, confidence },
    url: url ?? null,
    note: note ?? null,
  }));
}

/** Names and figures for forms, with their sources; no physics. */
export function catalogReport(): CatalogReport {
  return {
    models: catalogIds('models').map((id) => {
      const model = catalogModel(id);
      const moe = model.kinds.map((kind) => kind.feedForward).find((ff) => ff?.kind === 'moe');
      return {
        id,
        name: model.name,
        totalParameters: model.published.totalParameters,
        experts: moe?.kind === 'moe' ? moe.experts : null,
        topK: moe?.kind === 'moe' ? moe.topK : null,
        sources: sourceLines('models', id),
        references: references('models', id),
      };
    }),
    systems: catalogIds('systems').map((id) => {
      const { name, chip, scaleUp, scaleOut } = catalogSystem(id);
      return {
        id,
        name,
        chip: chip.id,
        vendor: chip.vendor,
        scaleUpBytesPerSecond: scaleUp.bandwidth,
        scaleOutBytesPerSecond: scaleOut.bandwidth,
        bf16Flops: chip.peakFlops.bf16,
        memoryBytes: chip.memoryBytes,
        memoryBandwidth: chip.memoryBandwidth,
        domainChips: scaleUp.domainChips,
        supportsFp8: chip.peakFlops.fp8 !== null,
        sources: [...sourceLines('systems', id), ...sourceLines('chips', chip.id)],
        references: references('systems', id),
        chipReferences: references('chips', chip.id),
      };
    }),
    stacks: catalogIds('stacks').map((id) => ({
      id,
      name: catalogStack(id).name,
      references: references('stacks', id),
    })),
    studies: readyStudies().map(({ id, question, text }) => {
      const value = scenarioObject({ file: `scenarios/${id}.yaml`, text });
      return { id, question, text, value: value.ok ? value.value : null };
    }),
  };
}
