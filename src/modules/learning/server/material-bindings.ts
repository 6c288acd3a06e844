import { bind, type BoundRoute } from '#platform/server/http';
import { materialRoutes } from '../contract/material-routes.ts';
import { addMaterial, addPage, drawMaterialCode, giveMaterial, removeMaterial } from './commands/materials.ts';
import { listMaterials, lookAtMaterials, readMaterial, takeMaterial } from './queries/read-materials.ts';

/** The routes about what is given out at workshops, bound to what they do. */
export const materialBindings: readonly BoundRoute[] = [
  bind(materialRoutes.listMaterials, (context, { params }) => listMaterials(context, params.gathering)),
  bind(materialRoutes.addMaterial, (context, { params, query, input }) =>
    addMaterial(context, params, { ...query, body: input }),
  ),
  bind(materialRoutes.addPage, (context, { params, input }) => addPage(context, params, input)),
  bind(materialRoutes.giveMaterial, (context, { params, input }) => giveMaterial(context, params, input.given)),
  bind(materialRoutes.removeMaterial, (context, { params }) => removeMaterial(context, params)),
  bind(materialRoutes.readMaterial, (context, { params }) => readMaterial(context, params)),
  bind(materialRoutes.drawMaterialCode, (context, { params }) => drawMaterialCode(context, params.gathering)),
  bind(materialRoutes.lookAtMaterials, (context, { input }) => lookAtMaterials(context, input.code)),
  bind(materialRoutes.takeMaterial, (context, { input }) => takeMaterial(context, input)),
];
